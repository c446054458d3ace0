package viva.gateway.command;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import viva.contracts.AvatarId;
import viva.contracts.ShardId;
import viva.contracts.message.LifeCommand;
import viva.platform.messaging.Broker;
import viva.platform.messaging.HandlingMetrics;
import viva.platform.messaging.MessageTraces;
import viva.platform.messaging.QueueConsumer;
import viva.platform.messaging.Topology;
import viva.platform.testkit.Waiting;

/** Hears what reaches an avatar, in the life service's place. */
public final class WishTap implements AutoCloseable {
    private static final Duration PATIENCE = Waiting.PATIENCE;

    private final List<LifeCommand> heard = new CopyOnWriteArrayList<>();
    private final QueueConsumer shard;

    public WishTap(Broker broker, AvatarId avatar) {
        shard = new QueueConsumer(
                broker.consuming(),
                Topology.shardQueue(ShardId.of(avatar)),
                100,
                HandlingMetrics.of(new SimpleMeterRegistry(), "life.shard"),
                MessageTraces.off(),
                delivery -> {
                    if (delivery.message().data() instanceof LifeCommand command
                            && command.avatarId().equals(avatar)) {
                        heard.add(command);
                    }
                    delivery.ack();
                });
        shard.start().await().atMost(PATIENCE);
    }

    /** Every command of one type so far, in order. */
    public <T extends LifeCommand> List<T> heard(Class<T> type) {
        return heard.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Waits for the first command of a type. */
    public <T extends LifeCommand> T await(Class<T> type) {
        Waiting.await().atMost(PATIENCE).until(() -> !heard(type).isEmpty());
        return heard(type).getFirst();
    }

    @Override
    public void close() {
        shard.stop().await().atMost(PATIENCE);
    }
}
