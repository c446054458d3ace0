package viva.system;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import viva.platform.servers.postgres.PostgresServer;
import viva.platform.servers.rabbitmq.RabbitServer;
import viva.platform.servers.redis.RedisServer;
import viva.platform.testkit.OwnServers;

/** Every server of a world is away for a minute in turn, while an owner says something each second. */
class OutagesTest {
    private static final Duration LONG = Duration.ofMinutes(15);

    /** Messages that are said while a server is away, one a second. */
    private static final int AWAY = 60;

    private static final int BEFORE = 5;
    private static final int AFTER = 15;
    /** The same, while the broker is started again. */
    private static final int RESTART = 15;

    /** More than are said before the test ends the talk. */
    private static final int MOST = 10_000;

    private static final String LOGIN = "the relationship service's login";
    private static final String REDIS = "Redis";
    private static final String ANSWERED = "answered ";

    private static final int TALKS = 16;
    private static final String TALKS_WITH = "talks with ";
    private static final String SHARDS = "select count(*) from shard_owner where live";

    private static OwnServers servers;
    private static PostgresServer postgres;
    private static RedisServer redis;
    private static RabbitServer rabbit;
    private static World world;

    private final Map<String, Outage> outages = new LinkedHashMap<>();

    private record Outage(Instant begins, Instant ends) {}

    @BeforeAll
    static void a_world() {
        servers = new OwnServers("outages");
        postgres = servers.postgres();
        redis = servers.redis();
        rabbit = servers.rabbitmq();
        world = World.on(postgres, redis, rabbit);
    }

    @AfterAll
    static void ends() {
        if (world != null) {
            world.stop();
        }
        servers.close();
    }

    @Test
    void nothing_acknowledged_is_lost_or_doubled_while_each_server_is_away_in_turn() throws Exception {
        PhoenixScript owner = PhoenixScript.start(
                "faults.mjs", world.url().toString(), Integer.toString(MOST), "1000", Long.toString(LONG.toMillis()));
        sayMore(owner, BEFORE);

        without("PostgreSQL", owner, AWAY, postgres::close, postgres::start);
        without(LOGIN, owner, AWAY, () -> login(false), () -> login(true));
        without(REDIS, owner, AWAY, redis::close, redis::start);
        without("RabbitMQ", owner, RESTART, rabbit::close, rabbit::start);
        without("RabbitMQ again", owner, RESTART, rabbit::close, rabbit::start);
        owner.end();
        JsonNode seen = owner.result();

        List<String> accepted = texts(seen.path("accepted"));
        assertThat(accepted).hasSize(said(owner.lines())).doesNotHaveDuplicates();
        assertThat(accepted)
                .as("answers the client saw")
                .allMatch(id -> seen.path("answers").path(id).asInt() == 1);
        String avatar = seen.path("avatar").asText();
        assertThat(world.rows("life", stored(avatar, "owner", "id"))).containsExactlyInAnyOrderElementsOf(accepted);
        assertThat(world.rows("life", stored(avatar, "avatar", "in_reply_to")))
                .containsExactlyInAnyOrderElementsOf(accepted);
        new BrokerView(rabbit.url(), rabbit.managementUrl()).requireNoDeadLetters();
        outages.forEach((what, outage) -> System.out.printf(
                "%s is back: the next answer after %.1f s%n",
                what, nextAnswer(seen, outage).toMillis() / 1_000.0));
        for (String notNeeded : List.of(LOGIN, REDIS)) {
            assertThat(unanswered(seen, outages.get(notNeeded)))
                    .as("messages that waited for the return of %s", notNeeded)
                    .isZero();
        }
    }

    @Test
    void a_paused_life_replica_silences_its_own_avatars_until_they_have_another_and_no_others() {
        PhoenixScript talks = PhoenixScript.start("waits.mjs", world.url().toString(), Integer.toString(TALKS));
        talks.await(LONG, lines -> talking(lines).size() == TALKS);
        World.Instance frozen = world.instances("life").getFirst();
        Map<String, String> owners = new HashMap<>();
        for (String avatar : talking(talks.lines())) {
            owners.put(
                    avatar,
                    world.query(
                            "life",
                            "select owner::text from shard_owner join mind on shard_owner.id = mind.shard_id "
                                    + "where avatar_id = '%s'".formatted(avatar)));
        }

        frozen.pause();
        int paused = talks.lines().size();
        await().atMost(LONG).until(() -> liveOwners().size() == 1);
        String survivor = liveOwners().getFirst();
        await().atMost(LONG).until(() -> world.query("life", SHARDS).equals("64"));
        int takenOver = talks.lines().size();
        List<String> meanwhile = talks.lines().subList(paused, takenOver);
        talks.await(
                LONG,
                lines -> owners.keySet().stream()
                        .allMatch(avatar -> isAskedAndAnswered(avatar, lines.subList(takenOver, lines.size()))));
        frozen.resume();
        talks.end();
        JsonNode waits = talks.result();

        long own = longest(waits, owners, owner -> !owner.equals(survivor));
        long others = longest(waits, owners, survivor::equals);
        System.out.printf("a life replica is paused: its avatars wait %d ms at most, others' %d ms%n", own, others);
        assertThat(owners.keySet().stream()
                        .filter(avatar -> owners.get(avatar).equals(survivor))
                        .toList())
                .as("of those whose own replica lives")
                .anyMatch(avatar -> isAskedAndAnswered(avatar, meanwhile));
    }

    /** The avatars that have answered once. */
    private static List<String> talking(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(TALKS_WITH))
                .map(line -> line.substring(TALKS_WITH.length()))
                .toList();
    }

    /** The first answer may be to a question of before. */
    private static boolean isAskedAndAnswered(String avatar, List<String> lines) {
        return lines.stream().filter(("answered by " + avatar)::equals).count() >= 2;
    }

    private static long longest(JsonNode waits, Map<String, String> owners, Predicate<String> whose) {
        return owners.entrySet().stream()
                .filter(owner -> whose.test(owner.getValue()))
                .mapToLong(owner -> waits.path(owner.getKey()).asLong())
                .max()
                .orElseThrow();
    }

    private static List<String> liveOwners() {
        return world.rows("life", "select distinct owner::text from shard_owner where live");
    }

    /**
     * Away while so many messages are said, one a second; the next outage begins when something said after the return is answered, and others were
     * said after that.
     */
    private void without(String what, PhoenixScript owner, int messages, Runnable goes, Runnable comes) {
        Instant begins = Instant.now();
        goes.run();
        sayMore(owner, messages);
        comes.run();
        outages.put(what, new Outage(begins, Instant.now()));
        int back = said(owner.lines());
        owner.await(LONG, lines -> answered(lines).anyMatch(number -> number >= back));
        sayMore(owner, AFTER);
    }

    private static void sayMore(PhoenixScript owner, int messages) {
        int enough = said(owner.lines()) + messages;
        owner.await(LONG, lines -> said(lines) >= enough);
    }

    private static int said(List<String> lines) {
        return Math.toIntExact(
                lines.stream().filter(line -> line.startsWith("said ")).count());
    }

    /** The numbers of messages that were answered, from 0. */
    private static IntStream answered(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(ANSWERED))
                .mapToInt(line -> Integer.parseInt(line.substring(ANSWERED.length())));
    }

    /** Lets the relationship service log in or not, as the database's administrator; without it, its connections end as well. */
    private static void login(boolean may) {
        String role = world.address("relationship").user();
        try (Connection connection = postgres.admin().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter role \"%s\" %s".formatted(role, may ? "login" : "nologin"));
            if (!may) {
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where usename = '" + role + "'");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From a server's return to the first answer to a message that was said after it. */
    private static Duration nextAnswer(JsonNode seen, Outage outage) {
        long first = messages(seen)
                .filter(message -> message.path("said").asLong() >= outage.ends.toEpochMilli())
                .mapToLong(message -> message.path("answered").asLong())
                .min()
                .orElseThrow();
        return Duration.between(outage.ends, Instant.ofEpochMilli(first));
    }

    /** Messages of the first half of an outage without an answer at its end. */
    private static long unanswered(JsonNode seen, Outage outage) {
        long begins = outage.begins.toEpochMilli();
        long ends = outage.ends.toEpochMilli();
        return messages(seen)
                .filter(message -> message.path("said").asLong() >= begins)
                .filter(message -> message.path("said").asLong() < (begins + ends) / 2)
                .filter(message -> message.path("answered").asLong() > ends)
                .count();
    }

    private static Stream<JsonNode> messages(JsonNode seen) {
        return StreamSupport.stream(seen.path("times").spliterator(), false);
    }

    private static String stored(String avatar, String author, String column) {
        return "select %s from message where avatar_id = '%s' and author = '%s'".formatted(column, avatar, author);
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
