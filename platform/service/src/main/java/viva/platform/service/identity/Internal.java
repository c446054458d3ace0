package viva.platform.service.identity;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resource that other services call on nobody's behalf. They show the key that all services share ({@code viva.internal.key}, {@code VIVA_INTERNAL_KEY}) in the header
 * {@value #KEY_HEADER}; where none is set, they have to be on the same machine. Goes with {@code @PermitAll}.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Internal {
    String KEY_HEADER = "X-Viva-Internal-Key";
}
