package viva.gateway.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import viva.contracts.AvatarId;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.MatchFoundV1;
import viva.gateway.backend.FakePeers;
import viva.gateway.channel.Beings;
import viva.gateway.timeline.Timeline.Addition;
import viva.platform.testkit.VivaServers;
import viva.platform.testkit.Waiting;

@QuarkusTest
@WithTestResource(
        value = VivaServers.class,
        initArgs = {
            @ResourceArg(name = "service", value = "gateway"),
            @ResourceArg(name = "servers", value = "postgres,rabbitmq,redis")
        })
@WithTestResource(FakePeers.class)
class TimelineTest {
    private static final Duration PATIENCE = Waiting.PATIENCE;

    @Inject
    Timeline timeline;

    @Inject
    TimelineUpkeep upkeep;

    @Inject
    Pool pool;

    private final AvatarId avatar = Beings.fresh().avatar();

    @Test
    void entries_are_numbered_from_one_and_read_in_order() {
        append(0.1, Instant.now());
        append(0.2, Instant.now());
        append(0.3, Instant.now());

        assertThat(after(1)).extracting(Entry::seq).containsExactly(2L, 3L);
        assertThat(after(1))
                .extracting(entry -> ((MatchFoundV1) entry.event()).score())
                .containsExactly(0.2, 0.3);
        assertThat(get(timeline.latest(avatar, 0, 3, 2))).extracting(Entry::seq).containsExactly(2L, 3L);
        assertThat(get(timeline.head(avatar))).isEqualTo(new Head(3, 0));
    }

    @Test
    void an_event_is_added_once_and_answers_the_seq_it_has() {
        CloudEvent<MatchFoundV1> event = event(0.5, Instant.now());

        Optional<Long> first = get(timeline.append(event, event.data(), null));
        append(0.6, Instant.now());
        Optional<Long> again = get(timeline.append(event, event.data(), null));

        assertThat(first).contains(1L);
        assertThat(again).contains(1L);
        assertThat(after(0)).hasSize(2);
    }

    @Test
    void what_one_message_tells_two_avatars_is_added_for_both_or_for_none() {
        AvatarId other = Beings.fresh().avatar();
        CloudEvent<MatchFoundV1> first = event(0.1, Instant.now());
        CloudEvent<MatchFoundV1> second = event(0.2, Instant.now());
        Addition others = addition(CloudEvent.first(
                UUID.randomUUID(),
                "/viva/test",
                Instant.now(),
                null,
                null,
                new MatchFoundV1(other, avatar, "Luna", 0.3)));

        assertThat(get(timeline.append(List.of(addition(first), others, addition(second)))))
                .isEqualTo(Map.of(avatar, 2L, other, 1L));

        Addition impossible = new Addition(
                event(0.4, Instant.now()), new MatchFoundV1(avatar, other, "no JSON column takes \0", 0.4), null);
        assertThatThrownBy(() -> get(timeline.append(List.of(others, addition(event(0.5, Instant.now())), impossible))))
                .isNotNull();
        assertThat(after(0))
                .extracting(entry -> ((MatchFoundV1) entry.event()).score())
                .containsExactly(0.1, 0.2);
    }

    private static Addition addition(CloudEvent<MatchFoundV1> event) {
        return new Addition(event, event.data(), null);
    }

    @Test
    void a_reader_never_meets_an_entry_behind_one_it_has_read() {
        int count = 200;
        List<Uni<Optional<Long>>> appends = IntStream.range(0, count)
                .mapToObj(i -> event(i / 1000.0, Instant.now()))
                .map(event -> timeline.append(event, event.data(), null))
                .toList();
        CompletableFuture<List<Optional<Long>>> written =
                Uni.join().all(appends).usingConcurrencyOf(16).andFailFast().subscribeAsCompletionStage();

        List<Long> read = new ArrayList<>();
        while (!written.isDone()) {
            readOn(read);
        }
        readOn(read);

        assertThat(written).isCompleted();
        assertThat(read).isSorted().doesNotHaveDuplicates().hasSize(count);
    }

    @Test
    void what_was_seen_only_grows_and_never_beyond_the_head() {
        append(0.1, Instant.now());
        append(0.2, Instant.now());

        get(timeline.seen(avatar, 2));
        get(timeline.seen(avatar, 1));
        get(timeline.seen(avatar, 99));

        assertThat(get(timeline.head(avatar))).isEqualTo(new Head(2, 2));
    }

    @Test
    void old_entries_are_forgotten_and_the_numbering_goes_on() {
        append(0.1, Instant.now().minus(Duration.ofDays(31)));
        append(0.2, Instant.now().minus(Duration.ofDays(29)));

        get(upkeep.forget());

        assertThat(after(0)).extracting(Entry::seq).containsExactly(2L);
        append(0.3, Instant.now());
        assertThat(after(2)).extracting(Entry::seq).containsExactly(3L);
    }

    @Test
    void a_table_that_cannot_be_cleared_holds_up_no_other() {
        for (String table : List.of("timeline", "sent_message")) {
            get(pool.query(
                            "create function refuse_clearing() returns trigger language plpgsql as $$ begin raise 'broken'; end $$")
                    .execute());
            get(pool.query(
                            "create trigger never before delete on %s for each statement execute function refuse_clearing()"
                                    .formatted(table))
                    .execute());
            try {
                append(0.1, Instant.now().minus(Duration.ofDays(31)));
                get(pool.preparedQuery("insert into sent_message values ($1, $2, $1, '', now() - interval '31 days')")
                        .execute(Tuple.of(avatar.value(), table)));

                get(upkeep.forget());

                assertThat(after(0).isEmpty()).isEqualTo(table.equals("sent_message"));
                assertThat(sent(table)).isEqualTo(table.equals("sent_message") ? 1 : 0);
            } finally {
                get(pool.query("drop function refuse_clearing() cascade").execute());
            }
        }
    }

    private long sent(String client) {
        return get(pool.preparedQuery("select count(*) from sent_message where avatar_id = $1 and client_id = $2")
                        .execute(Tuple.of(avatar.value(), client)))
                .iterator()
                .next()
                .getLong(0);
    }

    @Test
    void an_entry_of_an_unknown_type_is_passed_over() {
        append(0.1, Instant.now());
        get(pool.preparedQuery("update timeline set type = 'dream.dreamt.v1' where avatar_id = $1")
                .execute(Tuple.of(avatar.value())));
        append(0.2, Instant.now());

        assertThat(after(0)).extracting(Entry::seq).containsExactly(2L);
    }

    private void readOn(List<Long> read) {
        long last = read.isEmpty() ? 0 : read.getLast();
        after(last).forEach(entry -> read.add(entry.seq()));
    }

    private void append(double score, Instant at) {
        CloudEvent<MatchFoundV1> event = event(score, at);
        assertThat(get(timeline.append(event, event.data(), null))).isPresent();
    }

    private List<Entry> after(long seq) {
        return get(timeline.after(avatar, seq, 1_000));
    }

    private CloudEvent<MatchFoundV1> event(double score, Instant at) {
        MatchFoundV1 match = new MatchFoundV1(avatar, new AvatarId(new UUID(1, 2)), "Milo", score);
        return CloudEvent.first(UUID.randomUUID(), "/viva/matchmaker", at, null, null, match);
    }

    private static <T> T get(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }
}
