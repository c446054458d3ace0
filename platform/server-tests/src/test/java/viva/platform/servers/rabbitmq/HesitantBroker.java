package viva.platform.servers.rabbitmq;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.DeliverCallback;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** A broker on a busy machine: each consumer waits once in the middle of its messages. */
final class HesitantBroker implements FormerDeadLetters.Dial {
    private static final Duration PAUSE = Duration.ofMillis(400);
    private static final int LATE = 30;

    private final URI broker;

    HesitantBroker(URI broker) {
        this.broker = broker;
    }

    @Override
    public Connection open() throws IOException {
        return Intercepted.channelsOf(DeadWorld.connect(broker), HesitantBroker::hesitant);
    }

    private static Channel hesitant(Channel channel) {
        return Intercepted.channel(channel, (method, arguments, act) -> {
            if (method.equals("basicConsume")) {
                arguments[2] = hesitant((DeliverCallback) arguments[2]);
            }
            return act.with(arguments);
        });
    }

    private static DeliverCallback hesitant(DeliverCallback callback) {
        return (tag, letter) -> {
            if (letter.getEnvelope().getDeliveryTag() == LATE) {
                sleep();
            }
            callback.handle(tag, letter);
        };
    }

    private static void sleep() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
