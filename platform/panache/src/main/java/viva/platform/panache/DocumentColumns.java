package viva.platform.panache;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import java.io.UncheckedIOException;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;
import viva.contracts.Json;

/** Documents in columns look like documents in messages, whatever the mapper of a service's REST layer is set to. */
@JsonFormat
@PersistenceUnitExtension
public class DocumentColumns implements FormatMapper {
    @Override
    public <T> T fromString(CharSequence text, JavaType<T> type, WrapperOptions options) {
        try {
            return Json.mapper().readValue(text.toString(), type.getJavaTypeClass());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("unreadable " + type.getTypeName(), e);
        }
    }

    @Override
    public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
        try {
            return Json.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("unwritable " + type.getTypeName(), e);
        }
    }
}
