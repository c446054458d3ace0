package viva.gateway.rest;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Where owners get the one static parameter that their socket's client keeps. */
@Cancellable(false)
@Path("/api/socket-token")
public class SocketTokenResource {
    private final Desk desk;
    private final CurrentSession session;

    SocketTokenResource(Desk desk, CurrentSession session) {
        this.desk = desk;
        this.session = session;
    }

    /** A socket token and the seconds that it holds. */
    record SocketToken(String token, long expiresIn) {}

    @POST
    @Operation(summary = "A token that opens sockets until it expires or its session ends")
    public Uni<SocketToken> create() {
        return desk.socketToken(session.id()).map(token -> new SocketToken(token.text(), token.expiresIn()));
    }
}
