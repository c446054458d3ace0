package viva.gateway.phoenix;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * Sees what the framework answers or keeps by itself: pings, whose answers pile up before a client that does not read, and parts of
 * messages. Counts what they make this process hold, and closes a connection on which they come faster than a client may send
 * frames. Belongs to the event loop of its connection.
 */
final class SocketGuard extends ChannelDuplexHandler {
    private static final Logger LOG = Logger.getLogger(SocketGuard.class);

    /** What Vert.x calls the last handler, which knows the socket. */
    private static final String LAST_HANDLER = "handler";

    /** What a part of a message takes besides its bytes, about; ours. */
    private static final int PART_OVERHEAD = 128;

    private final SocketMemory.Share.Part incoming;
    private final SocketMemory.Share.Part outgoing;
    private final FrameRate rate;
    private final LongSupplier nanos;
    private long undecoded;
    private long parts;

    /** What was read before the connection was closed is decoded still, and nobody's any more. */
    private boolean ended;

    private SocketGuard(SocketMemory.Share share, FrameRate rate, LongSupplier nanos) {
        this.incoming = share.part();
        this.outgoing = share.part();
        this.rate = rate;
        this.nanos = nanos;
    }

    /** Watches a connection on which a socket was just opened; called on its event loop. */
    static void watch(Channel connection, SocketMemory.Share share, FrameRate rate) {
        SocketGuard guard = new SocketGuard(share, rate, System::nanoTime);
        connection.pipeline().addFirst("undecoded", guard.new Undecoded());
        connection.pipeline().addBefore(LAST_HANDLER, "guard", guard);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof WebSocketFrame frame) {
            if (ended) {
                frame.release();
                return;
            }
            undecoded = 0;
            boolean whole = decoded(frame);
            tellIncoming();
            if (!whole && rate.count(nanos.getAsLong()) == FrameRate.Verdict.FAR_OVER) {
                LOG.info("a socket sent too many pings or parts of messages and is closed");
                ended = true;
                frame.release();
                var _ = context.close();
                return;
            }
        }
        super.channelRead(context, message);
        tellOutgoing(context.channel());
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        super.write(context, message, promise);
        tellOutgoing(context.channel());
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) throws Exception {
        tellOutgoing(context.channel());
        super.channelWritabilityChanged(context);
    }

    /** Answers whether it is a whole message, which the socket counts itself. */
    private boolean decoded(WebSocketFrame frame) {
        boolean data = frame instanceof ContinuationWebSocketFrame
                || frame instanceof TextWebSocketFrame
                || frame instanceof BinaryWebSocketFrame;
        if (!data) {
            return false;
        }
        if (frame.isFinalFragment()) {
            parts = 0;
            return true;
        }
        parts += PART_OVERHEAD + frame.content().readableBytes();
        return false;
    }

    private void tellIncoming() {
        incoming.set(undecoded + parts);
    }

    private void tellOutgoing(Channel connection) {
        ChannelOutboundBuffer waiting = connection.unsafe().outboundBuffer();
        outgoing.set(waiting == null ? 0 : waiting.totalPendingWriteBytes());
    }

    /** Stands before the decoder, which keeps what is no whole frame yet. */
    private final class Undecoded extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
            if (message instanceof ByteBuf bytes) {
                undecoded += bytes.readableBytes();
                tellIncoming();
            }
            super.channelRead(context, message);
        }
    }
}
