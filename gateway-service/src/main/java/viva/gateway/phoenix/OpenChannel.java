package viva.gateway.phoenix;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;

/** One joined topic of a socket, from the asking to the leaving. Belongs to the socket's event loop, but for the pushing. */
final class OpenChannel implements Outlet {
    private final Context loop;
    private final Wire wire;
    private final Runnable ending;
    private Channel channel;
    private boolean open;

    /** @param ending carries out, on the loop, that the channel ends; it leads to {@link #left()} */
    OpenChannel(Context loop, Wire wire, Runnable ending) {
        this.loop = loop;
        this.wire = wire;
        this.ending = ending;
    }

    @Override
    public void push(Push push) {
        loop.runOnContext(ignored -> {
            if (open) {
                wire.send(push.frame());
            }
        });
    }

    @Override
    public void close() {
        loop.runOnContext(ignored -> {
            if (open) {
                ending.run();
            }
        });
    }

    void granted(Channel granted) {
        channel = granted;
    }

    void opened() {
        open = true;
        channel.opened();
    }

    Uni<Answer> handle(String event, ObjectNode payload) {
        return channel.handle(event, payload);
    }

    void left() {
        open = false;
        channel.left();
    }
}
