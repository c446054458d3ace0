package viva.gateway.rest;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;
import viva.gateway.signin.SignIn;

/** Where owners get the one static parameter that their socket's client keeps. */
@Cancellable(false)
@Path("/api/socket-token")
public class SocketTokenResource {
    private final SignIn signIn;
    private final CurrentSession session;

    SocketTokenResource(SignIn signIn, CurrentSession session) {
        this.signIn = signIn;
        this.session = session;
    }

    /** A socket token and the seconds that it holds. */
    record SocketToken(String token, long expiresIn) {}

    @POST
    @Operation(summary = "A token that opens sockets until it expires or its session ends")
    public Uni<SocketToken> create() {
        return signIn.socketToken(session.id()).map(token -> new SocketToken(token.text(), token.expiresIn()));
    }
}
