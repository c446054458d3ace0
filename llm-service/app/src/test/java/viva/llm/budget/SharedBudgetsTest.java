package viva.llm.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;
import viva.platform.servers.redis.RedisServer;
import viva.platform.testkit.OwnServers;
import viva.platform.testkit.Recorder;
import viva.platform.testkit.Waiting;

class SharedBudgetsTest {
    private static final Call ANSWER = new Call(CallPurpose.ANSWER, null, null, 100);
    private static final Call THOUGHT = new Call(CallPurpose.THOUGHT, null, null, 100);

    private final OwnServers servers = new OwnServers("shared-budgets");
    private final RedisServer server = servers.redis();
    private final TestClock clock = new TestClock();
    private final List<RedisClient> clients = new ArrayList<>();
    private final Recorder<Expense> expenses = new Recorder<>();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @AfterEach
    void close() {
        clients.forEach(RedisClient::close);
        servers.close();
    }

    @Test
    void three_processes_share_one_window() {
        List<ProcessBudgets> processes = processes(3, Limits.of("answer-wait", "0s"));

        List<Admission> admissions = new ArrayList<>();
        for (int round = 0; round < 6; round++) {
            processes.forEach(process -> admissions.add(got(process.admit(THOUGHT))));
        }
        for (int round = 0; round < 12; round++) {
            processes.forEach(process -> admissions.add(got(process.admit(ANSWER))));
        }

        assertThat(granted(admissions.subList(0, 18))).hasSize(16);
        assertThat(granted(admissions)).hasSize(40);
        assertThat(reasons(admissions.subList(0, 18))).containsOnly(Admission.Reason.RESERVED);
        assertThat(reasons(admissions.subList(18, 54))).containsOnly(Admission.Reason.REQUESTS_A_MINUTE);
        assertThat(got(processes.getLast().standing()))
                .satisfies(standing -> assertThat(standing.processes()).isEqualTo(3))
                .satisfies(standing -> assertThat(standing.shared()).isTrue())
                .satisfies(standing ->
                        assertThat(standing.used().world().requests()).isEqualTo(40));
    }

    @Test
    void many_questions_at_once_to_three_processes_never_take_more_than_there_is() {
        List<ProcessBudgets> processes = processes(3, Limits.of("answer-wait", "0s"));

        List<Admission> admissions = got(Uni.join()
                .all(IntStream.range(0, 90)
                        .mapToObj(i -> processes.get(i % 3).admit(ANSWER))
                        .toList())
                .andFailFast());

        assertThat(granted(admissions)).hasSize(40);
    }

    @Test
    void what_was_used_is_written_down_with_its_price_and_a_failure_costs_nothing() {
        ProcessBudgets process =
                processes(1, Limits.of("prices", "*=2/3", "money-per-day", "1")).getFirst();
        AccountId owner = new AccountId(new UUID(1, 1));
        Call call = new Call(CallPurpose.ANSWER, owner, null, 1_000);

        Slot slot = slot(process, call);
        slot.began();
        slot.settle(new Usage("first", 100, 10, false));
        slot.failed();
        slot(process, call).failed();

        assertThat(expenses.snapshot()).hasSize(1);
        assertThat(expenses.snapshot().getFirst().micros()).isEqualTo(230);
        assertThat(expenses.snapshot().getFirst().call()).isEqualTo(call);
        await().untilAsserted(() -> assertThat(got(process.standing()).used().world())
                .satisfies(used -> assertThat(used.dayTokens()).isEqualTo(110))
                .satisfies(used -> assertThat(used.dayMicros()).isEqualTo(230))
                .satisfies(used -> assertThat(used.requests()).isEqualTo(2)));
        assertThat(metrics.get("viva.llm.cost.micros").counter().count()).isEqualTo(230);
    }

    @Test
    void a_request_to_slow_down_holds_for_every_process() {
        List<ProcessBudgets> processes = processes(2, Limits.of());

        slot(processes.getFirst(), ANSWER).throttled(Optional.of(Duration.ofMinutes(1)));

        await().untilAsserted(() -> assertThat(got(processes.getLast().admit(ANSWER)))
                .isInstanceOfSatisfying(
                        Admission.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Admission.Reason.THROTTLED)));
    }

    @Test
    void without_redis_the_only_process_goes_on_at_once_and_forgets_nothing() {
        ProcessBudgets process = processes(1, Limits.of("answer-wait", "0s")).getFirst();
        assertThat(granted(ask(process, ANSWER, 25))).hasSize(25);

        server.close();

        assertThat(granted(ask(process, ANSWER, 25))).hasSize(15);
    }

    @Test
    void without_redis_one_of_three_is_silent_for_a_minute_and_then_has_a_third() {
        ProcessBudgets process = processes(3, Limits.of("answer-wait", "0s")).getFirst();

        server.close();
        assertThat(reasons(ask(process, ANSWER, 2))).containsOnly(Admission.Reason.UNKNOWN);
        clock.pass(Duration.ofSeconds(4));
        assertThat(reasons(ask(process, ANSWER, 2))).containsOnly(Admission.Reason.UNKNOWN);
        clock.pass(Duration.ofSeconds(59));
        assertThat(reasons(ask(process, ANSWER, 2))).containsOnly(Admission.Reason.UNKNOWN);
        clock.pass(Duration.ofSeconds(1));

        assertThat(granted(ask(process, ANSWER, 40))).hasSize(13);
    }

    @Test
    void when_redis_is_back_what_was_started_without_it_still_counts() {
        ProcessBudgets process = processes(1, Limits.of("answer-wait", "0s")).getFirst();
        assertThat(granted(ask(process, ANSWER, 10))).hasSize(10);
        server.close();
        assertThat(granted(ask(process, ANSWER, 20))).hasSize(20);

        server.start();
        await().untilAsserted(() -> {
            got(process.beat());
            assertThat(got(process.standing()).shared()).isTrue();
        });

        assertThat(granted(ask(process, ANSWER, 40))).hasSize(10);
    }

    private List<ProcessBudgets> processes(int count, BudgetLimits limits) {
        List<ProcessBudgets> processes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            RedisClient client = new RedisClient(server.url());
            clients.add(client);
            processes.add(new ProcessBudgets(limits, client.api(), expenses::accept, metrics, clock));
        }
        processes.forEach(process -> got(process.beat()));
        processes.forEach(process -> got(process.beat()));
        return processes;
    }

    private static List<Admission> ask(ProcessBudgets process, Call call, int times) {
        List<Admission> admissions = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            admissions.add(got(process.admit(call)));
        }
        return admissions;
    }

    private static Slot slot(ProcessBudgets process, Call call) {
        return ((Admission.Granted) got(process.admit(call))).slot();
    }

    private static List<Admission> granted(List<Admission> admissions) {
        return admissions.stream().filter(Admission.Granted.class::isInstance).toList();
    }

    private static List<Admission.Reason> reasons(List<Admission> admissions) {
        return admissions.stream()
                .filter(Admission.Refused.class::isInstance)
                .map(refused -> ((Admission.Refused) refused).reason())
                .toList();
    }

    private static <T> T got(Uni<T> answer) {
        return answer.await().atMost(Waiting.PATIENCE);
    }
}
