package viva.llm.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import viva.llm.Samples;
import viva.llm.budget.RedisClient;
import viva.llm.budget.TestClock;
import viva.llm.speech.RequestLog.Known;
import viva.llm.voice.Words;
import viva.platform.servers.redis.RedisServer;
import viva.platform.testkit.OwnServers;
import viva.platform.testkit.Waiting;

class RedisRequestLogTest {
    private static final Spoken SPOKEN =
            new Spoken(new Words("It's a secret, Zé.", "warm", List.of(new UUID(1, 2))), "first");

    private final OwnServers servers = new OwnServers("request-log");
    private final RedisServer server = servers.redis();
    private final List<RedisClient> clients = new ArrayList<>();
    private final UUID request = UUID.randomUUID();

    @AfterEach
    void close() {
        clients.forEach(RedisClient::close);
        servers.close();
    }

    @Test
    void another_replica_knows_the_answer() {
        RedisRequestLog one = replica(InstantSource.system());
        RedisRequestLog other = replica(InstantSource.system());

        assertThat(begin(one)).isEqualTo(new Known.New());
        answered(one, in(Duration.ofMinutes(5)));

        assertThat(begin(one)).isEqualTo(new Known.Answered(SPOKEN));
        assertThat(begin(other)).isEqualTo(new Known.Answered(SPOKEN));
    }

    @Test
    void a_request_that_another_replica_never_answered_is_not_asked_again() {
        RedisRequestLog one = replica(InstantSource.system());
        begin(one);

        assertThat(begin(replica(InstantSource.system()))).isEqualTo(new Known.Unanswered());
        assertThat(begin(one)).isEqualTo(new Known.Unanswered());
    }

    @Test
    void words_are_forgotten_before_the_id_is() {
        RedisRequestLog one = replica(InstantSource.system());
        begin(one);
        answered(one, Instant.now().plusMillis(1));

        Waiting.await()
                .untilAsserted(
                        () -> assertThat(begin(replica(InstantSource.system()))).isEqualTo(new Known.Unanswered()));
        assertThat(keys()).hasSize(1).allMatch(key -> key.contains(":request:"));
    }

    @Test
    void nothing_is_kept_for_ever() {
        RedisRequestLog one = replica(InstantSource.system());
        begin(one);
        answered(one, in(Duration.ofSeconds(40)));

        assertThat(keys()).hasSize(3).allSatisfy(key -> {
            long most = key.contains(":request:") ? 300_000 : 40_000;
            assertThat(got(clients.getFirst().api().pttl(key)).toLong()).isBetween(1L, most);
        });
    }

    @Test
    void the_words_of_an_erased_avatar_are_gone_at_once() {
        RedisRequestLog one = replica(InstantSource.system());
        begin(one);
        answered(one, in(Duration.ofMinutes(5)));

        got(one.erase(Samples.SOL));
        assertThat(begin(one)).isEqualTo(new Known.Answered(SPOKEN));
        got(one.erase(Samples.LUNA));

        assertThat(begin(one)).isEqualTo(new Known.Unanswered());
        assertThat(keys()).noneMatch(key -> key.contains("words") || key.contains(Samples.LUNA.toString()));
    }

    @Test
    void words_that_come_after_their_avatar_was_erased_are_not_kept() {
        RedisRequestLog one = replica(InstantSource.system());
        begin(one);

        got(one.erase(Samples.LUNA));
        answered(one, in(Duration.ofMinutes(5)));

        assertThat(begin(one)).isEqualTo(new Known.Unanswered());
        assertThat(begin(replica(InstantSource.system()))).isEqualTo(new Known.Unanswered());
        assertThat(keys()).noneMatch(key -> key.contains("words"));
    }

    @Test
    void without_redis_a_replica_knows_its_own_requests_and_erasing_is_tried_again() {
        RedisRequestLog one = replica(InstantSource.system());
        server.close();

        assertThat(begin(one)).isEqualTo(new Known.New());
        assertThat(begin(one)).isEqualTo(new Known.Unanswered());
        answered(one, in(Duration.ofMinutes(5)));
        assertThat(begin(one)).isEqualTo(new Known.Answered(SPOKEN));
        assertThatThrownBy(() -> got(one.erase(Samples.LUNA))).isNotNull();
        assertThat(begin(one)).isEqualTo(new Known.Unanswered());
    }

    @Test
    void what_redis_knew_it_knows_after_a_restart() {
        RedisRequestLog one = replica(InstantSource.system());
        begin(one);
        answered(one, in(Duration.ofMinutes(5)));

        server.close();
        server.start();

        assertThat(begin(replica(InstantSource.system()))).isEqualTo(new Known.Answered(SPOKEN));
    }

    @Test
    void a_replica_forgets_its_own_requests_in_time() {
        TestClock clock = new TestClock();
        OwnRequestLog own = new OwnRequestLog(clock);
        own.begin(request, clock.instant().plusSeconds(60));
        own.answered(Samples.LUNA, request, SPOKEN, clock.instant().plusSeconds(60));

        clock.pass(Duration.ofSeconds(61));

        assertThat(own.begin(request, clock.instant().plusSeconds(60))).isEqualTo(new Known.New());
    }

    private RedisRequestLog replica(InstantSource clock) {
        RedisClient client = new RedisClient(server.url());
        clients.add(client);
        return new RedisRequestLog(client.api(), "log", Duration.ofSeconds(20), clock);
    }

    private Known begin(RedisRequestLog log) {
        return got(log.begin(request, in(Duration.ofMinutes(5))));
    }

    private void answered(RedisRequestLog log, Instant until) {
        got(log.answered(Samples.LUNA, request, SPOKEN, until));
    }

    private List<String> keys() {
        List<String> keys = new ArrayList<>();
        got(clients.getFirst().api().keys("viva:*")).forEach(key -> keys.add(key.toString()));
        return keys;
    }

    private static Instant in(Duration time) {
        return Instant.now().plus(time);
    }

    private static <T> T got(Uni<T> answer) {
        return answer.await().atMost(Waiting.PATIENCE);
    }
}
