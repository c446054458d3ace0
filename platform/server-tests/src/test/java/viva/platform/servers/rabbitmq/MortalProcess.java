package viva.platform.servers.rabbitmq;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** A process that is killed at one certain call on one of its channels: its connections end there, and it opens no other. */
final class MortalProcess implements FormerDeadLetters.Dial {
    private final URI broker;
    private final String method;
    private final int call;
    private final Moment moment;
    private final Runnable alsoThen;
    private final AtomicInteger calls = new AtomicInteger();
    private Connection connection;
    private boolean dead;

    enum Moment {
        BEFORE,
        AFTER
    }

    /**
     * A process that lives until that call.
     *
     * @param method of {@link Channel}
     * @param call the how many-th call of that method, from 1
     * @param moment whether the broker hears that call
     * @param alsoThen what else happens at its death, before its connections end
     */
    MortalProcess(URI broker, String method, int call, Moment moment, Runnable alsoThen) {
        this.broker = broker;
        this.method = method;
        this.call = call;
        this.moment = moment;
        this.alsoThen = alsoThen;
    }

    boolean isDead() {
        return dead;
    }

    @Override
    public Connection open() throws IOException {
        if (dead) {
            throw new IOException("killed");
        }
        connection = DeadWorld.connect(broker);
        return Intercepted.channelsOf(connection, this::mortal);
    }

    private Channel mortal(Channel channel) {
        return Intercepted.channel(channel, (invoked, arguments, act) -> {
            boolean isFatal = invoked.equals(method) && calls.incrementAndGet() == call;
            if (isFatal && moment == Moment.BEFORE) {
                die();
            }
            Object result = act.with(arguments);
            if (isFatal && moment == Moment.AFTER) {
                die();
            }
            return result;
        });
    }

    private void die() {
        alsoThen.run();
        connection.abort();
        dead = true;
    }
}
