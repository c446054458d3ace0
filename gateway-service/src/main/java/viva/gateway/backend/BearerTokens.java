package viva.gateway.backend;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import viva.gateway.token.InternalTokens;

/** The {@link Asker} of a request to one service as that service reads it: a token that lets the gateway ask it on the account's behalf. */
final class BearerTokens implements ParamConverterProvider, ParamConverter<Asker> {
    private final String service;
    private final InternalTokens tokens;

    BearerTokens(String service, InternalTokens tokens) {
        this.service = service;
        this.tokens = tokens;
    }

    @Override
    @SuppressWarnings("unchecked") // T is Asker then.
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return type == Asker.class ? (ParamConverter<T>) this : null;
    }

    @Override
    public String toString(Asker asker) {
        return "Bearer " + tokens.sign(service, asker.account(), asker.roles());
    }

    @Override
    public Asker fromString(String bearer) {
        throw new UnsupportedOperationException("the gateway reads no internal tokens");
    }
}
