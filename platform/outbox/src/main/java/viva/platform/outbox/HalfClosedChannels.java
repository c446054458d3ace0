package viva.platform.outbox;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelOutputShutdownEvent;
import java.util.concurrent.TimeUnit;

/**
 * Ends connections whose half this side has closed, when the other side does not close its own. The client of PostgreSQL says goodbye, closes its
 * half and waits for the server; after one that is frozen, or lost its way, it would wait for ever, with everything that waits for an answer
 * and with its place in the pool ({@code PgEncoder.close} of vertx-pg-client 4.5). Netty loads this where the system property {@code
 * io.netty.bootstrap.extensions} is {@code serviceload}.
 */
public final class HalfClosedChannels extends ChannelInitializerExtension {
    /** More than a server takes to answer a goodbye; ours. */
    private static final int PATIENCE_SECONDS = 2;

    @Override
    public void postInitializeClientChannel(Channel channel) {
        channel.pipeline().addFirst("half-closed", new End());
    }

    private static final class End extends ChannelInboundHandlerAdapter {
        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
            if (event instanceof ChannelOutputShutdownEvent) {
                // Not the channel's own close, which the client's codec takes for another goodbye.
                Runnable end = () -> {
                    var _ = context.close();
                };
                var _ = context.executor().schedule(end, PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
            super.userEventTriggered(context, event);
        }
    }
}
