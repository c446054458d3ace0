package viva.life.peer;

import static viva.platform.testkit.Waiting.await;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import viva.contracts.AccountId;
import viva.contracts.AttachmentStyle;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.HumorStyle;
import viva.contracts.LoveLanguage;
import viva.contracts.MessageId;
import viva.contracts.Personality;
import viva.contracts.ShardId;
import viva.contracts.UnitInterval;
import viva.contracts.message.AvatarCreatedV1;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.Event;
import viva.contracts.message.LifeCommand;
import viva.contracts.message.LiveFrame;
import viva.contracts.message.Message;
import viva.contracts.message.OwnerMessageV1;
import viva.contracts.message.SpeakV1;
import viva.contracts.message.WordsV1;
import viva.platform.messaging.Envelopes;
import viva.platform.messaging.Outgoing;
import viva.platform.messaging.Topology;

/** Plays the other services: what they send over the broker, and what of it reaches them. */
public final class Peers implements AutoCloseable {
    private static final long CONFIRM_MILLIS = 30_000;

    private final Connection connection;
    private final Channel channel;
    private final String events;
    private final Queue<CloudEvent<?>> memories = new ConcurrentLinkedQueue<>();
    private final List<CloudEvent<?>> heard = new CopyOnWriteArrayList<>();

    public Peers(URI broker) {
        ConnectionFactory factory = new ConnectionFactory();
        try {
            factory.setUri(broker);
            connection = factory.newConnection();
            channel = connection.createChannel();
            channel.confirmSelect();
            events = channel.queueDeclare().getQueue();
            channel.queueBind(events, Topology.EVENTS, "#");
            channel.queueBind(events, Topology.LIVE, "#");
            connection
                    .createChannel()
                    .basicConsume(
                            Topology.AVATAR_MEMORIES,
                            true,
                            (_, asked) -> memories.add(Envelopes.decode(asked.getBody())),
                            _ -> {});
        } catch (Exception e) {
            throw new IllegalStateException("no broker", e);
        }
    }

    public static AvatarProfile profile() {
        Personality personality = new Personality(
                new UnitInterval(.8),
                new UnitInterval(.6),
                new UnitInterval(.4),
                new UnitInterval(.7),
                new UnitInterval(.3),
                HumorStyle.WITTY,
                LoveLanguage.WORDS,
                AttachmentStyle.SECURE,
                List.of("music"),
                List.of("honesty"));
        return new AvatarProfile("Ada", "curious", null, 30, "en", personality);
    }

    public static <T extends Message> CloudEvent<T> envelope(T data) {
        return CloudEvent.first(UUID.randomUUID(), "/viva/test", Instant.now(), null, null, data);
    }

    /** The avatar service says that an avatar was created. */
    public void created(AvatarId avatar, AccountId owner) {
        say(envelope(new AvatarCreatedV1(avatar, owner, 1, profile())));
    }

    /** The same, until the avatar lives: its queue may have no consumer yet, and a life begins once however often it is said. */
    public void awaitAlive(AvatarId avatar, AccountId owner) {
        await().pollInterval(Duration.ofMillis(200)).untilAsserted(() -> {
            created(avatar, owner);
            LivingAvatar.as(owner)
                    .get("/avatars/{id}/state", avatar.toString())
                    .then()
                    .statusCode(200);
        });
    }

    /** What an owner of whom nothing more is known writes now. */
    public static OwnerMessageV1 message(AvatarId avatar, AccountId owner, String content) {
        return new OwnerMessageV1(avatar, owner, new MessageId(UUID.randomUUID()), content, Instant.now());
    }

    /** The gateway hands on what an owner wrote. */
    public CloudEvent<OwnerMessageV1> wrote(AvatarId avatar, AccountId owner, String content) {
        var message = envelope(message(avatar, owner, content));
        command(message);
        return message;
    }

    /** The llm service has found words. */
    public CloudEvent<WordsV1> words(CloudEvent<SpeakV1> request, String content) {
        SpeakV1 asked = request.data();
        var words = envelope(new WordsV1(
                asked.avatarId(),
                asked.conversationId(),
                asked.inReplyTo(),
                asked.messageId(),
                content,
                "warm",
                "test"));
        command(words);
        return words;
    }

    public void say(CloudEvent<? extends Event> event) {
        publish(Outgoing.event(event));
    }

    public void command(CloudEvent<? extends LifeCommand> command) {
        publish(Outgoing.toAvatar(command));
    }

    public void live(CloudEvent<? extends LiveFrame> frame) {
        publish(Outgoing.live(frame));
    }

    /** Any bytes into any queue of commands. */
    public void garbage(String queue, String body) {
        publish(new Outgoing(UUID.randomUUID().toString(), Topology.COMMANDS, queue, body));
    }

    /** From now on nothing that is said to the avatars of a shard gets there. */
    public synchronized void cutOff(ShardId shard) {
        String queue = Topology.shardQueue(shard);
        try {
            channel.queueUnbind(queue, Topology.COMMANDS, queue);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized void reconnect(ShardId shard) {
        String queue = Topology.shardQueue(shard);
        try {
            channel.queueBind(queue, Topology.COMMANDS, queue);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void publish(Outgoing message) {
        try {
            channel.basicPublish(
                    message.exchange(),
                    message.routingKey(),
                    new AMQP.BasicProperties.Builder().deliveryMode(2).build(),
                    message.body().getBytes(StandardCharsets.UTF_8));
            channel.waitForConfirmsOrDie(CONFIRM_MILLIS);
        } catch (Exception e) {
            throw new IllegalStateException("not published", e);
        }
    }

    /** Everything of one type that was said so far about an avatar, in order. */
    public synchronized <T> List<CloudEvent<?>> heard(Class<T> type, AvatarId avatar) {
        for (CloudEvent<?> next = take(events); next != null; next = take(events)) {
            heard.add(next);
        }
        return heard.stream()
                .filter(event ->
                        type.isInstance(event.data()) && event.subject().equals(avatar))
                .toList();
    }

    /** The next request for words, or null. */
    @SuppressWarnings("unchecked")
    public synchronized CloudEvent<SpeakV1> request() {
        return (CloudEvent<SpeakV1>) (CloudEvent<?>) take(Topology.LLM_INTERACTIVE);
    }

    /** The next request for the words of a turn, or null. */
    @SuppressWarnings("unchecked")
    public synchronized CloudEvent<SpeakV1> turn() {
        return (CloudEvent<SpeakV1>) (CloudEvent<?>) take(Topology.LLM_CONVERSATION);
    }

    /** The next memory that the avatar service is asked to keep, or null. */
    public CloudEvent<? extends Message> memory() {
        return memories.poll();
    }

    /** All requests for words that wait. */
    public List<CloudEvent<SpeakV1>> requests() {
        List<CloudEvent<SpeakV1>> requests = new ArrayList<>();
        for (CloudEvent<SpeakV1> next = request(); next != null; next = request()) {
            requests.add(next);
        }
        return requests;
    }

    /** Takes what waits among the dead letters of the life service and died in one of its queues; drops what died in another. */
    public synchronized List<String> takeDead(String queue) {
        List<String> bodies = new ArrayList<>();
        try {
            String dead = Topology.deadLettersOf(queue);
            for (GetResponse next = channel.basicGet(dead, true); next != null; next = channel.basicGet(dead, true)) {
                if (next.getEnvelope().getRoutingKey().equals(queue)) {
                    bodies.add(new String(next.getBody(), StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bodies;
    }

    private CloudEvent<? extends Message> take(String queue) {
        try {
            GetResponse response = channel.basicGet(queue, true);
            return response == null ? null : Envelopes.decode(response.getBody());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        connection.abort(1_000);
    }
}
