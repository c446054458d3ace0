package viva.platform.messaging;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.ConnectException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeoutException;
import viva.contracts.AvatarId;

/**
 * Takes the messages that name some avatars out of a queue without a consumer. All others stay in the queue: they are handed out, looked
 * at and put back, in their order. So nothing is published anew, and a sweep that is cut off at any point loses nothing and doubles
 * nothing.
 */
@Singleton
public class DeadLetterSweep implements BrokerLink.Attachment {
    private volatile Connection connection;

    DeadLetterSweep(Broker broker) {
        broker.consuming().attach(this).subscribe().with(done -> {}, failure -> {});
    }

    /**
     * Drops every message whose body names one of the avatars. Fails while the broker is away, when another reader has messages of the queue in
     * hand, and when the broker has not handed out all of them after {@link Sweep#LIMIT}. Two sweeps of one queue at a time are in each other's way:
     * the caller sees to it that there is one.
     *
     * @return how many were dropped
     */
    public Uni<Integer> drop(String queue, Collection<AvatarId> avatars) {
        List<String> ids = avatars.stream().map(AvatarId::toString).toList();
        return Uni.createFrom()
                .emitter(emitter -> Thread.ofVirtual().name("dead-letter-sweep").start(() -> {
                    try {
                        emitter.complete(sweep(queue, ids));
                    } catch (IOException | TimeoutException | RuntimeException e) {
                        emitter.fail(e);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        emitter.fail(e);
                    }
                }));
    }

    private int sweep(String queue, List<String> ids) throws IOException, TimeoutException, InterruptedException {
        Connection current = connection;
        if (current == null) {
            throw new ConnectException("the broker is not connected");
        }
        Channel channel = BrokerLink.channel(current);
        try {
            return new Sweep(channel, queue, ids).run();
        } finally {
            channel.abort();
        }
    }

    @Override
    public void open(Connection opened) {
        connection = opened;
    }

    @Override
    public void lost() {
        connection = null;
    }
}
