package viva.platform.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static viva.platform.letters.LetterWorld.BONDS;
import static viva.platform.letters.LetterWorld.DEAD;
import static viva.platform.letters.LetterWorld.SHARD;
import static viva.platform.testkit.Waiting.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import viva.platform.servers.rabbitmq.RabbitManagement;
import viva.platform.servers.rabbitmq.RabbitServer;
import viva.platform.testkit.OwnServers;

/** What an operator does with dead letters, at a real broker. */
class DeadLettersTest {
    private static final OwnServers SERVERS = new OwnServers("dead-letters");
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static RabbitServer broker;

    @BeforeAll
    static void start() {
        broker = SERVERS.rabbitmq();
    }

    @AfterAll
    static void stop() {
        SERVERS.close();
    }

    @Test
    void a_list_tells_everything_but_the_words_and_takes_nothing() throws Exception {
        try (LetterWorld world = new LetterWorld(broker, "list")) {
            world.reject(SHARD, "1", "life.owner_message.v1");
            world.reject(BONDS, "2", "bond.changed.v1");

            LetterPage page = world.letters().list(LetterFilter.ALL, 0, 10);

            assertThat(page.letters()).extracting(Letter::id).containsExactly("1", "2");
            Letter first = page.letters().getFirst();
            assertThat(first.type()).isEqualTo("life.owner_message.v1");
            assertThat(first.subject()).isEqualTo("luna");
            assertThat(first.queue()).isEqualTo(SHARD);
            assertThat(first.reason()).isEqualTo("rejected");
            assertThat(first.tries()).isOne();
            assertThat(first.diedAt()).isNotNull();
            assertThat(page.next()).isNull();
            assertThat(page.look()).isEqualTo(new Look(2, 2, 0, true));
            assertThat(page.toString()).doesNotContain("words");
            world.awaitWaiting(DEAD, 2);
        }
    }

    /** RabbitMQ 4 drops a message that was delivered twenty times when nobody says otherwise. */
    @Test
    void however_often_it_is_looked_at_no_letter_is_lost_and_the_order_stays() throws Exception {
        try (LetterWorld world = new LetterWorld(broker, "looks")) {
            List<String> ids = IntStream.range(0, 2 * Walk.HANDFUL + 7)
                    .mapToObj(Integer::toString)
                    .toList();
            for (String id : ids) {
                world.bury(id, SHARD, "a.v1");
            }
            world.confirm();

            for (int look = 0; look < 30; look++) {
                assertThat(world.letters().show("1")).isPresent();
            }
            assertThat(world.letters().show("nowhere")).isEmpty();
            LetterPage all = world.letters().list(LetterFilter.ALL, 0, ids.size());

            assertThat(all.letters()).extracting(Letter::id).containsExactlyElementsOf(ids);
            assertThat(all.look()).isEqualTo(new Look(ids.size(), ids.size(), 0, true));
            assertThat(world.drain(DEAD)).hasSameSizeAs(ids);
        }
    }

    @Test
    void pages_follow_each_other() throws Exception {
        try (LetterWorld world = new LetterWorld(broker, "pages")) {
            for (String id : List.of("a", "b", "c", "d", "e")) {
                world.bury(id, id.equals("c") ? BONDS : SHARD, "a.v1");
            }
            world.confirm();
            LetterFilter shards = new LetterFilter(null, "life.shard.*", null, null, null);

            LetterPage first = world.letters().list(shards, 0, 3);
            LetterPage second = world.letters().list(shards, first.next(), 3);

            assertThat(first.letters()).extracting(Letter::id).containsExactly("a", "b", "d");
            assertThat(second.letters()).extracting(Letter::id).containsExactly("e");
            assertThat(second.next()).isNull();
            assertThat(world.letters().list(shards, 9, 3).letters()).isEmpty();
        }
    }

    @Test
    void one_letter_is_shown_with_its_words() throws Exception {
        try (LetterWorld world = new LetterWorld(broker, "show")) {
            world.reject(SHARD, "1", "life.owner_message.v1");

            LetterContent shown = world.letters().show("1").orElseThrow();

            assertThat(shown.body()).contains("words");
            assertThat(shown.headers()).containsEntry("origin", "a test").containsKey("x-death");
        }
    }

    @Test
    void a_replay_keeps_ids_and_goes_to_the_queue_of_the_death_and_the_next_death_counts_on() throws Exception {
        try (LetterWorld world = new LetterWorld(broker, "replay")) {
            world.reject(SHARD, "1", "life.owner_message.v1");
            world.reject(BONDS, "2", "bond.changed.v1");

            Settled settled = world.letters().replay(LetterFilter.ALL, 100);

            assertThat(settled).isEqualTo(new Settled(2, 0, List.of(), new Look(2, 2, 0, true)));
            world.awaitWaiting(DEAD, 0);
            world.kill(SHARD);
            Delivery bond = world.take(BONDS);
            assertThat(bond.getProperties().getMessageId()).isEqualTo("2");
            assertThat(bond.getProperties().getDeliveryMode()).isEqualTo(2);
            assertThat(bond.getProperties().getHeaders())
                    .containsKeys("origin", "viva-replays")
                    .doesNotContainKey("x-death");
            Letter again = await().until(
                            () -> world.letters().list(LetterFilter.ALL, 0, 1).letters(), found -> !found.isEmpty())
                    .getFirst();
            assertThat(again.id()).isEqualTo("1");
            assertThat(again.tries()).isEqualTo(2);
        }
    }

    @Test
    void what_died_in_a_queue_that_has_a_successor_comes_back_in_the_successor() throws Exception {
        try (LetterWorld world = new LetterWorld(broker, "successor")) {
            world.bury("1", "life.bonds", "bond.changed.v1");
            world.confirm();

            Settled settled = world.letters().replay(LetterFilter.ALL, 100);

            assertThat(settled).isEqualTo(new Settled(1, 0, List.of(), new Look(1, 1, 0, true)));
            world.awaitWaiting(DEAD, 0);
            assertThat(world.take(BONDS).getProperties().getMessageId()).isEqualTo("1");
        }
    }

    @Test
    void only_what_is_meant_is_replayed_and_the_rest_keeps_its_order() throws Exception {
        try (LetterWorld world = new LetterWorld(broker, "meant")) {
            world.bury("early", SHARD, "a.v1", "rejected", NOON.minusSeconds(60));
            world.bury("other type", SHARD, "b.v1", "rejected", NOON);
            world.bury("meant", SHARD, "a.v1", "rejected", NOON);
            world.bury("other queue", BONDS, "a.v1", "rejected", NOON);
            world.bury("late", SHARD, "a.v1", "rejected", NOON.plusSeconds(60));
            world.confirm();

            LetterFilter filter = new LetterFilter(null, SHARD, "a.*", NOON, NOON.plusSeconds(60));
            Settled settled = world.letters().replay(filter, 100);

            assertThat(settled.settled()).isOne();
            assertThat(world.drain(SHARD))
                    .extracting(got -> got.getProps().getMessageId())
                    .containsExactly("meant");
            assertThat(world.letters().list(LetterFilter.ALL, 0, 10).letters())
                    .extracting(Letter::id)
                    .containsExactly("early", "other type", "other queue", "late");
        }
    }

    @Test
    void many_letters_are_replayed_in_their_order_and_no_more_than_wanted() throws Exception {
        try (LetterWorld world = new LetterWorld(broker, "many")) {
            List<String> ids =
                    IntStream.range(0, 620).mapToObj(Integer::toString).toList();
            for (String id : ids) {
                world.bury(id, SHARD, "a.v1");
            }
            world.confirm();

            Settled first = world.letters().replay(LetterFilter.ALL, 10);
            Settled rest = world.letters().replay(LetterFilter.ALL, 1_000);

            assertThat(first.settled()).isEqualTo(10);
            assertThat(first.look().complete()).isFalse();
            assertThat(rest.settled()).isEqualTo(610);
            assertThat(world.drain(SHARD))
                    .extracting(got -> got.getProps().getMessageId())
                    .containsExactlyElementsOf(ids);
        }
    }

    @Test
    void a_letter_whose_queue_is_full_or_gone_stays_and_the_reason_is_told() throws Exception {
        try (LetterWorld world = new LetterWorld(broker, "full")) {
            Channel channel = world.channel();
            channel.queueDeclare(
                    "life.tiny", true, false, false, Map.of("x-max-length", 1, "x-overflow", "reject-publish"));
            channel.queueBind("life.tiny", DeadLetters.REPLAY, "life.tiny");
            world.bury("fits", "life.tiny", "a.v1");
            world.bury("too much", "life.tiny", "a.v1");
            world.bury("astray", "life.nowhere", "a.v1");
            world.bury("fine", SHARD, "a.v1");
            world.confirm();

            Settled settled = world.letters().replay(LetterFilter.ALL, 100);

            assertThat(settled.settled()).isEqualTo(2);
            assertThat(settled.stayed()).isEqualTo(2);
            assertThat(settled.reasons())
                    .containsExactly(
                            "life.tiny takes no messages: it is full, or has no leader",
                            "there is no queue life.nowhere");
            assertThat(world.letters().list(LetterFilter.ALL, 0, 10).letters())
                    .extracting(Letter::id)
                    .containsExactly("too much", "astray");
            world.awaitWaiting(SHARD, 1);
        }
    }

    @Test
    void what_is_dropped_is_gone_and_nothing_else() throws Exception {
        try (LetterWorld world = new LetterWorld(broker, "drop")) {
            world.bury("stays", BONDS, "a.v1");
            world.bury("goes", SHARD, "a.v1");
            world.confirm();

            Settled settled = world.letters().drop(new LetterFilter(null, SHARD, null, null, null), 100);

            assertThat(settled.settled()).isOne();
            assertThat(world.drain(DEAD))
                    .extracting(got -> got.getProps().getMessageId())
                    .containsExactly("stays");
            world.awaitWaiting(SHARD, 0);
        }
    }

    @Test
    void what_a_look_had_in_hand_is_back_when_it_ends() throws Exception {
        try (LetterWorld world = new LetterWorld(broker, "back")) {
            for (int n = 0; n < 40; n++) {
                world.bury("letter " + n, SHARD, "a.v1");
            }
            world.confirm();

            for (int look = 0; look < 50; look++) {
                world.letters().list(LetterFilter.ALL, 0, 40);

                assertThat(world.waiting(DEAD)).isEqualTo(40);
            }
        }
    }

    @Test
    void a_command_whose_time_was_over_is_dropped_and_counted_when_it_is_met() throws Exception {
        try (LetterWorld world = new LetterWorld(broker, "expired")) {
            world.bury("worthless", SHARD, "a.v1", "expired", NOON);
            world.bury("kept", SHARD, "a.v1");
            world.confirm();

            LetterPage page = world.letters().list(LetterFilter.ALL, 0, 10);

            assertThat(page.letters()).extracting(Letter::id).containsExactly("kept");
            assertThat(page.look().expired()).isOne();
            assertThat(world.waiting(DEAD)).isOne();
        }
    }

    @Test
    void a_letter_that_nobody_can_read_can_be_listed_and_replayed() throws Exception {
        try (LetterWorld world = new LetterWorld(broker, "unreadable")) {
            world.channel().basicPublish("", SHARD, null, "{not json".getBytes(StandardCharsets.UTF_8));
            world.confirm();
            world.kill(SHARD);
            Letter letter = await().until(
                            () -> world.letters().list(LetterFilter.ALL, 0, 1).letters(), found -> !found.isEmpty())
                    .getFirst();

            assertThat(letter.type()).isEqualTo("unknown");
            assertThat(letter.id()).isEmpty();
            assertThat(world.letters().replay(LetterFilter.ALL, 1).settled()).isOne();
            world.awaitWaiting(SHARD, 1);
        }
    }

    @Test
    void hands_that_are_full_leave_the_rest_for_later() throws Exception {
        try (LetterWorld world = new LetterWorld(broker, "hands")) {
            for (int n = 0; n < 9; n++) {
                world.bury("bond " + n, BONDS, "a.v1");
            }
            world.bury("last", SHARD, "a.v1");
            world.confirm();
            LetterFilter last = LetterFilter.of("last");

            LetterPage few = world.letters(5).list(last, 0, 10);
            Settled dropped = world.letters(5).drop(new LetterFilter(null, BONDS, null, null, null), 5);

            assertThat(few.letters()).isEmpty();
            assertThat(few.look()).isEqualTo(new Look(10, 5, 0, false));
            assertThat(dropped.settled()).isEqualTo(5);
            assertThat(world.letters(5).list(last, 0, 10).letters()).hasSize(1);
        }
    }

    @Test
    void why_letters_cannot_be_had_is_told() throws Exception {
        try (LetterWorld world = new LetterWorld(broker, "busy")) {
            world.bury("1", SHARD, "a.v1");
            world.confirm();
            Channel other = world.otherChannel();
            other.basicGet(DEAD, false);

            assertFailure(world.letters(), LettersFailure.Kind.BUSY, "Somebody else has letters of life.dead in hand");
            world.channel().queueDelete(DEAD);
            assertFailure(world.letters(), LettersFailure.Kind.ABSENT, "The broker has no life.dead: ./viva prepare");
        }
        new RabbitManagement(broker.managementUrl()).deleteVirtualHost("busy");
        String gone = broker.url().resolve("/busy").toString();
        assertFailure(new DeadLetters(gone, "life", Duration.ofSeconds(30)), LettersFailure.Kind.AWAY, "life.dead");
        assertFailure(
                new DeadLetters("nonsense", "life", Duration.ofSeconds(30)),
                LettersFailure.Kind.AWAY,
                "RABBITMQ_URL must be");
    }

    private static void assertFailure(DeadLetters letters, LettersFailure.Kind kind, String words) {
        assertThatThrownBy(() -> letters.list(LetterFilter.ALL, 0, 1))
                .hasMessageContaining(words)
                .isInstanceOfSatisfying(
                        LettersFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(kind));
    }
}
