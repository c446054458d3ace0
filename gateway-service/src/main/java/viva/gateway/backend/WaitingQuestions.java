package viva.gateway.backend;

import io.vertx.core.http.HttpClientOptions;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/** Limits how many questions to one service wait for a connection; the framework has no setting for it. */
@Provider
public class WaitingQuestions implements ContextResolver<HttpClientOptions> {
    /** With the connections of the pool ten times what a thousand sockets ask at once in the seconds that a question may take; ours. */
    private static final int MOST = 10_000;

    @Override
    public HttpClientOptions getContext(Class<?> client) {
        return new HttpClientOptions().setMaxWaitQueueSize(MOST);
    }
}
