package viva.platform.service.json;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.function.Function;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.MessageId;
import viva.platform.service.problem.Rejected;

/** Lets resources take ids in a path. Text that is no id is answered exactly as an id that nobody has. */
@Provider
public class IdParameters implements ParamConverterProvider {
    private static final int UUID_LENGTH = 36;

    private static final Map<Class<?>, Function<String, ?>> READERS = Map.of(
            AvatarId.class, text -> read("avatar", AvatarId::of, text),
            AccountId.class, text -> read("account", AccountId::of, text),
            ConversationId.class, text -> read("conversation", ConversationId::of, text),
            MessageId.class, text -> read("message", MessageId::of, text));

    @Override
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        Function<String, ?> reader = READERS.get(type);
        return reader == null ? null : new IdConverter<>(type, reader);
    }

    private static <T> T read(String what, Function<String, T> reader, String text) {
        if (text.length() != UUID_LENGTH) {
            throw Rejected.notFound(what);
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException notAnId) {
            throw Rejected.notFound(what);
        }
    }

    private record IdConverter<T>(Class<T> type, Function<String, ?> reader) implements ParamConverter<T> {
        @Override
        public T fromString(String text) {
            return type.cast(reader.apply(text));
        }

        @Override
        public String toString(T id) {
            return id.toString();
        }
    }
}
