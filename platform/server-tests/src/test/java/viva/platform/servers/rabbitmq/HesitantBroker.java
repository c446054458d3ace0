package viva.platform.servers.rabbitmq;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.DeliverCallback;
import com.rabbitmq.client.Delivery;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A broker on a busy machine: each consumer waits once for one of its messages, and those behind it. */
final class HesitantBroker implements FormerDeadLetters.Dial, AutoCloseable {
    private static final int LATE = 30;
    private static final long MILLIS = 400;

    private final URI broker;
    private final ScheduledExecutorService line = Executors.newSingleThreadScheduledExecutor();

    HesitantBroker(URI broker) {
        this.broker = broker;
    }

    @Override
    public Connection open() throws IOException {
        return Intercepted.channelsOf(DeadWorld.connect(broker), this::hesitant);
    }

    private Channel hesitant(Channel channel) {
        return Intercepted.channel(channel, (method, arguments, act) -> {
            if (method.equals("basicConsume")) {
                arguments[2] = hesitant((DeliverCallback) arguments[2]);
            }
            return act.with(arguments);
        });
    }

    private DeliverCallback hesitant(DeliverCallback consumer) {
        Hesitation hesitation = new Hesitation();
        return (tag, letter) -> line.execute(() -> hesitation.pass(tag, letter, consumer));
    }

    /** Of one consumer; belongs to the thread of {@link #line}. */
    private final class Hesitation {
        private final Queue<Callable<Void>> waiting = new ArrayDeque<>();
        private boolean lasts;

        private void pass(String tag, Delivery letter, DeliverCallback consumer) {
            waiting.add(() -> {
                consumer.handle(tag, letter);
                return null;
            });
            if (letter.getEnvelope().getDeliveryTag() == LATE) {
                lasts = true;
                var _ = line.schedule(this::end, MILLIS, TimeUnit.MILLISECONDS);
            }
            goOn();
        }

        private void end() {
            lasts = false;
            goOn();
        }

        private void goOn() {
            while (!lasts && !waiting.isEmpty()) {
                try {
                    var _ = waiting.poll().call();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    @Override
    public void close() {
        line.shutdownNow();
    }
}
