package viva.load.speech;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.Delivery;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.Json;
import viva.contracts.ShardId;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.MessageTypes;
import viva.contracts.message.SpeakV1;
import viva.contracts.message.WordsV1;
import viva.platform.servers.ServerFailure;

/** Owners who write and avatars who talk, each at the instants of a Poisson process, in the place of the life service. */
public final class Crowd implements AutoCloseable {
    private static final Duration ANSWER_DEADLINE = Duration.ofSeconds(5);
    private static final Duration TURN_DEADLINE = Duration.ofSeconds(10);
    private static final double MEAN_PAUSE_SECONDS = 60;
    private static final int TURNING_POINTS = 20;
    private static final String COMMANDS = "viva.commands";

    private final Connection connection;
    private final Channel channel;
    private final Talks talks;
    private final SplittableRandom random;
    private final PriorityQueue<Impulse> agenda = new PriorityQueue<>(Comparator.comparingLong(Impulse::at));

    /** @param owner whether it is an owner who writes; else an avatar that talks */
    private record Impulse(long at, boolean owner, int number) {}

    /** Connects to a broker where the llm service has declared its queues, and takes all answers. */
    public Crowd(URI broker, Talks talks, long seed) {
        this.talks = talks;
        this.random = new SplittableRandom(seed);
        try {
            ConnectionFactory factory = new ConnectionFactory();
            factory.setUri(broker);
            connection = factory.newConnection("crowd");
            channel = connection.createChannel();
            for (int shard = 0; shard < ShardId.COUNT; shard++) {
                channel.basicConsume("life.shard." + shard, true, (tag, delivery) -> heard(delivery), tag -> {});
            }
        } catch (IOException | TimeoutException | URISyntaxException | GeneralSecurityException e) {
            throw new ServerFailure("No way to the broker: " + e.getMessage(), e);
        }
    }

    /** Lets them write and talk for some time, one message a minute each. */
    public void speak(int owners, int talkers, Duration time) {
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        for (int owner = 0; owner < owners; owner++) {
            plan(begin, end, true, owner);
        }
        for (int talker = 0; talker < talkers; talker++) {
            plan(begin, end, false, talker);
        }
        while (!agenda.isEmpty()) {
            Impulse next = agenda.remove();
            long left = next.at() - System.nanoTime();
            if (left > 0) {
                Pauses.millis(left / 1_000_000);
            }
            act(next);
            plan(next.at(), end, next.owner(), next.number());
        }
    }

    private void plan(long after, long end, boolean owner, int number) {
        double pause = -Math.log(1 - random.nextDouble()) * MEAN_PAUSE_SECONDS;
        long at = after + (long) (pause * 1e9);
        if (at < end) {
            agenda.add(new Impulse(at, owner, number));
        }
    }

    private void act(Impulse impulse) {
        UUID id = UUID.randomUUID();
        long side = impulse.owner() ? 1 : 2;
        AvatarId avatar = new AvatarId(new UUID(side, impulse.number()));
        AccountId payer = new AccountId(new UUID(side + 2, impulse.number()));
        if (impulse.owner()) {
            int number = talks.asked(id);
            send(
                    Scenes.answer(id, avatar, payer, number, Instant.now().plus(ANSWER_DEADLINE)),
                    "llm.interactive",
                    ANSWER_DEADLINE);
        } else {
            boolean turning = impulse.number() % TURNING_POINTS == 0;
            talks.wanted(id);
            send(
                    Scenes.turn(id, avatar, payer, turning, Instant.now().plus(TURN_DEADLINE)),
                    "llm.conversation",
                    TURN_DEADLINE);
        }
    }

    private void send(SpeakV1 request, String queue, Duration deadline) {
        CloudEvent<SpeakV1> envelope =
                CloudEvent.first(UUID.randomUUID(), "/viva/load", Instant.now(), null, null, request);
        AMQP.BasicProperties properties = new AMQP.BasicProperties.Builder()
                .deliveryMode(2)
                .contentType("application/cloudevents+json")
                .expiration(Long.toString(deadline.toMillis()))
                .build();
        try {
            byte[] body = Json.mapper().writeValueAsString(envelope).getBytes(StandardCharsets.UTF_8);
            channel.basicPublish(COMMANDS, queue, properties, body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unwritable request", e);
        } catch (IOException e) {
            throw new ServerFailure("The broker took no request: " + e.getMessage(), e);
        }
    }

    private void heard(Delivery delivery) throws IOException {
        JsonNode envelope = Json.mapper().readTree(delivery.getBody());
        if (envelope.path("type").asText().equals(MessageTypes.nameOf(WordsV1.class))) {
            WordsV1 words = Json.mapper().treeToValue(envelope.path("data"), WordsV1.class);
            talks.answered(words.messageId().value(), words.voice());
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException e) {
            throw new ServerFailure("The broker is gone: " + e.getMessage(), e);
        }
    }
}
