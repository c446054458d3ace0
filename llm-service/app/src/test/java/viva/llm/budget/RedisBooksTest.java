package viva.llm.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import viva.llm.allowance.Allowance;
import viva.llm.allowance.AllowancePlan;
import viva.llm.allowance.Books;
import viva.llm.allowance.Decision;
import viva.llm.allowance.Demand;
import viva.llm.allowance.Grant;
import viva.llm.allowance.Priority;
import viva.llm.allowance.Throttle;
import viva.platform.testkit.TestServers;
import viva.platform.testkit.Waiting;

class RedisBooksTest {
    private static final long SECOND = 1_000_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long NOW = 490_000 * 60 * MINUTE + 17 * MINUTE;
    private static final AllowancePlan PLAN = new AllowancePlan(
            new Allowance(20, 12_000, 400, 300_000, 90_000),
            new Allowance(6, 5_000, 150, 90_000, 40_000),
            Map.of("thought", new Allowance(5, 3_000, 60, 0, 0), "turn", new Allowance(0, 0, 0, 40_000, 0)),
            MINUTE,
            2 * MINUTE,
            new Throttle.Course(.5, .1, .05));

    private final RedisClient redis = new RedisClient(TestServers.redis());
    private final String space = "test-" + UUID.randomUUID();
    private long now = NOW;

    @AfterEach
    void close() {
        redis.close();
    }

    /** A life of some hours, step by step in both: whatever is decided, it is decided alike. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void decides_as_the_books_of_the_core_do(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Books core = new Books(PLAN);
        RedisBooks shared = books();
        List<Grant> open = new ArrayList<>();
        int starts = 0;
        for (int step = 0; step < 600; step++) {
            now += random.nextLong(random.nextInt(40) == 0 ? 30 * MINUTE : 4 * SECOND);
            if (!open.isEmpty() && random.nextInt(3) == 0) {
                end(core, shared, open.remove(random.nextInt(open.size())), random);
                continue;
            }
            Demand demand = demand(random);
            String slot = "slot " + step;
            Decision expected = core.admit(demand, slot, now);
            Decision decided = got(shared.admit(demand, slot));
            assertThat(decided).as("seed %d, step %d, %s", seed, step, demand).isEqualTo(expected);
            if (decided instanceof Decision.Start(Grant grant)) {
                starts++;
                open.add(grant);
            }
        }
        assertThat(starts).as("seed %d", seed).isBetween(50, 500);
        assertThat(got(shared.read(List.of("answer", "thought", "turn"))))
                .usingRecursiveComparison()
                .withComparatorForType(RedisBooksTest::close, Double.class)
                .isEqualTo(core.read(now));
    }

    private static int close(double one, double other) {
        return Math.abs(one - other) < 1e-9 ? 0 : Double.compare(one, other);
    }

    private void end(Books core, RedisBooks shared, Grant grant, SplittableRandom random) {
        long tokens = random.nextLong(grant.demand().tokens() + 1);
        long micros = random.nextLong(grant.demand().micros() + 1);
        switch (random.nextInt(8)) {
            case 0 -> {
                core.ended(grant, 0, 0, now);
                core.slowDown(grant, 2 * SECOND, now);
                got(shared.slowDown(grant, 2 * SECOND));
            }
            case 1 -> {
                core.ended(grant, 0, 0, now);
                got(shared.ended(grant, 0, 0));
            }
            default -> {
                core.began(grant, now);
                got(shared.began(grant));
                now += random.nextLong(20 * SECOND);
                core.ended(grant, tokens, micros, now);
                got(shared.ended(grant, tokens, micros));
            }
        }
    }

    private static Demand demand(SplittableRandom random) {
        String owner = random.nextInt(4) == 0 ? null : "owner " + random.nextInt(3);
        long tokens = 1 + random.nextLong(1_500);
        long micros = random.nextLong(900);
        return switch (random.nextInt(4)) {
            case 0 -> new Demand(Priority.TURNING_POINT, "turn", owner, tokens, micros);
            case 1 -> new Demand(Priority.REST, "thought", owner, tokens, micros);
            default -> new Demand(Priority.OWNER, "answer", owner, tokens, micros);
        };
    }

    @Test
    void of_many_who_ask_at_once_no_two_get_the_same_place() {
        RedisBooks shared = books();
        List<Uni<Decision>> questions = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            questions.add(shared.admit(new Demand(Priority.OWNER, "answer", null, 1, 0), "slot " + i));
        }

        List<Decision> decisions = got(Uni.join().all(questions).andFailFast());

        assertThat(decisions).filteredOn(Decision.Start.class::isInstance).hasSize(20);
    }

    @Test
    void places_tokens_and_hours_are_forgotten_by_themselves() {
        RedisBooks shared = books();
        got(shared.admit(new Demand(Priority.OWNER, "answer", "anna", 1, 0), "slot"));

        List<String> keys = new ArrayList<>();
        got(redis.api().keys("viva:{" + space + "}:*")).forEach(key -> keys.add(key.toString()));

        assertThat(keys)
                .hasSize(9)
                .allSatisfy(key -> assertThat(got(redis.api().pttl(key)).toLong())
                        .isBetween(1L, Duration.ofHours(26).toMillis()));
    }

    @Test
    void processes_count_each_other_until_one_is_silent_or_leaves() {
        RedisBooks shared = books();

        assertThat(got(shared.beat("one", 10 * SECOND)).processes()).isEqualTo(1);
        assertThat(got(shared.beat("two", 10 * SECOND)).processes()).isEqualTo(2);
        now += 6 * SECOND;
        assertThat(got(shared.beat("three", 10 * SECOND)).processes()).isEqualTo(3);
        now += 6 * SECOND;
        assertThat(got(shared.beat("three", 10 * SECOND)).processes()).isEqualTo(1);
        got(shared.beat("one", 10 * SECOND));
        got(shared.leave("one"));
        assertThat(got(shared.beat("three", 10 * SECOND)).processes()).isEqualTo(1);
    }

    @Test
    void books_that_lost_their_pages_let_nothing_start_for_a_process_that_wrote_in_them() {
        RedisBooks shared = books();
        got(shared.beat("one", 10 * SECOND));
        Demand demand = new Demand(Priority.OWNER, "answer", null, 1, 0);
        assertThat(got(shared.admit(demand, "before"))).isInstanceOf(Decision.Start.class);

        now += SECOND;
        got(redis.api().del(pages()));

        assertThatThrownBy(() -> got(shared.admit(demand, "after"))).isInstanceOf(RedisBooks.ForgottenBooks.class);
        assertThat(got(shared.beat("one", 10 * SECOND)).isSameEdition()).isFalse();
        assertThat(got(shared.beat("one", 10 * SECOND)).isSameEdition()).isTrue();
        assertThat(got(shared.admit(demand, "again"))).isInstanceOf(Decision.Start.class);
    }

    /** All that this test has written: others use the same server. */
    private List<String> pages() {
        List<String> keys = new ArrayList<>();
        got(redis.api().keys("*" + space + "*")).forEach(key -> keys.add(key.toString()));
        assertThat(keys).isNotEmpty();
        return keys;
    }

    private RedisBooks books() {
        return new RedisBooks(redis.api(), PLAN, space, () -> Long.toString(now));
    }

    private static <T> T got(Uni<T> answer) {
        return answer.await().atMost(Waiting.PATIENCE);
    }
}
