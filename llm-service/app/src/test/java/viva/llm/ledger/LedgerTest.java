package viva.llm.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static viva.platform.testkit.Waiting.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.message.AvatarDeletedV1;
import viva.contracts.message.LlmUsageV1;
import viva.contracts.message.WorldClockV1;
import viva.llm.budget.Call;
import viva.llm.budget.CallPurpose;
import viva.llm.budget.Expense;
import viva.llm.budget.Usage;
import viva.platform.messaging.Envelopes;
import viva.platform.messaging.MessageFactory;
import viva.platform.service.identity.Role;
import viva.platform.testkit.EventTap;
import viva.platform.testkit.Leftovers;
import viva.platform.testkit.ManagementPort;
import viva.platform.testkit.TestTokens;
import viva.platform.testkit.VivaServers;
import viva.platform.testkit.Waiting;

@QuarkusTest
@WithTestResource(
        value = VivaServers.class,
        initArgs = {
            @ResourceArg(name = "service", value = "llm"),
            @ResourceArg(name = "servers", value = "postgres,rabbitmq,redis")
        })
class LedgerTest {
    private static final AccountId OPERATOR = AccountId.of("0198c0de-0000-7000-8000-0000000000aa");
    private static final String DAYS = "from=2026-11-01&to=2026-11-02";

    @Inject
    Ledger ledger;

    @Inject
    PgLedger table;

    @Inject
    Pool pool;

    @Inject
    MessageFactory messages;

    @Inject
    DataSource database;

    @Inject
    MeterRegistry metrics;

    @ConfigProperty(name = "viva.messaging.url")
    String brokerUrl;

    private final AvatarId luna = new AvatarId(UUID.randomUUID());
    private final AvatarId sol = new AvatarId(UUID.randomUUID());
    private final AccountId anna = new AccountId(UUID.randomUUID());
    private EventTap tap;

    @BeforeEach
    void listen() throws Exception {
        ManagementPort.awaitReady();
        tap = new EventTap(brokerUrl, "llm.usage.*");
        got(pool.query("truncate expense").execute());
    }

    @AfterEach
    void hangUp() throws Exception {
        tap.close();
    }

    @Test
    void tokens_and_money_are_summed_by_whatever_one_asks_for() {
        ledger.note(expense("2026-11-01T00:00:00Z", luna, CallPurpose.ANSWER, 100, 10, 1_500_000));
        ledger.note(expense("2026-11-01T23:59:59Z", luna, CallPurpose.ANSWER, 50, 5, 700_000));
        ledger.note(expense("2026-11-02T12:00:00Z", sol, CallPurpose.TURN, 7, 3, 20));
        ledger.note(expense("2026-11-02T12:00:00Z", null, CallPurpose.PROBE, 4, 1, 0));
        ledger.note(expense("2026-11-03T12:00:00Z", luna, CallPurpose.ANSWER, 9_999, 1, 9));
        got(ledger.write());

        usage(DAYS)
                .statusCode(200)
                .body("total.requests", equalTo(4))
                .body("total.prompt_tokens", equalTo(161))
                .body("total.completion_tokens", equalTo(19))
                .body("total.cost", equalTo(2.20002f))
                .body("rows.name", contains("answer", "turn", "probe"))
                .body("rows[0].prompt_tokens", equalTo(150));
        usage(DAYS + "&by=avatar")
                .body("rows.name", contains(luna.toString(), sol.toString(), null))
                .body("rows[2].requests", equalTo(1));
        usage(DAYS + "&by=owner").body("rows.name", contains(anna.toString(), null));
        usage(DAYS + "&by=day").body("rows.name", contains("2026-11-01", "2026-11-02"));
        usage(DAYS + "&by=model").body("rows.name", contains("first"));
        usage("by=total").body("rows", equalTo(List.of())).body("total.requests", equalTo(0));
    }

    @Test
    void how_much_of_the_budget_is_used_stands_beside_its_limits() {
        usage("by=purpose")
                .body("budget.shared", equalTo(true))
                .body("budget.processes", greaterThanOrEqualTo(1))
                .body("budget.accounts.name", hasItem("world"))
                .body("budget.accounts.find { it.name == 'world' }.minute.most_requests", equalTo(40))
                .body("budget.accounts.find { it.name == 'world' }.minute.money", nullValue())
                .body("budget.accounts.find { it.name == 'thought' }.day.requests", equalTo(0));
    }

    @Test
    void only_operators_read_it_and_a_question_that_makes_no_sense_is_refused() {
        given().get("/internal/usage").then().statusCode(401);
        given().header("Authorization", TestTokens.bearer("llm", OPERATOR))
                .get("/internal/usage")
                .then()
                .statusCode(403);
        usage("by=weekday").statusCode(422);
        usage("from=yesterday").statusCode(422);
        usage("from=2026-11-02&to=2026-11-01").statusCode(422);
        usage("from=2020-01-01&to=2026-11-01").statusCode(422);
    }

    @Test
    void every_expense_is_told_once_without_a_word() {
        Expense answer = expense("2026-11-01T10:00:00Z", luna, CallPurpose.ANSWER, 100, 10, 42);
        Expense probe = expense("2026-11-01T10:00:00Z", null, CallPurpose.PROBE, 4, 1, 0);
        ledger.note(answer);
        ledger.note(probe);
        got(ledger.write());

        await().until(() -> told().size() == 2);
        assertThat(told())
                .containsExactlyInAnyOrder(
                        new LlmUsageV1(luna, anna, "answer", "first", 100, 10, false, 42, answer.at()),
                        new LlmUsageV1(WorldClockV1.WORLD, null, "probe", "first", 4, 1, false, 0, probe.at()));
    }

    @Test
    void a_batch_that_is_written_twice_counts_once() {
        Batch batch = Batch.of(0, List.of(expense("2026-11-01T10:00:00Z", luna, CallPurpose.ANSWER, 100, 10, 42)));

        got(table.write(batch));
        got(table.write(batch));

        usage(DAYS).body("total.requests", equalTo(1));
    }

    @Test
    void an_expense_that_cannot_be_written_is_lost_alone_and_counted() {
        double lost = metrics.counter("viva.llm.ledger.lost").count();
        for (int n = 0; n < 5; n++) {
            ledger.note(expense("2026-11-01T10:00:00Z", luna, CallPurpose.ANSWER, 100, 10, 42));
        }
        ledger.note(new Expense(
                UUID.randomUUID(),
                Instant.parse("2026-11-01T10:00:00Z"),
                new Call(CallPurpose.ANSWER, anna, luna, 10),
                new Usage("no text of PostgreSQL: \u0000", 1, 1, false),
                1));
        ledger.note(expense("2026-11-01T10:00:00Z", sol, CallPurpose.TURN, 7, 3, 20));

        await().untilAsserted(() -> {
            got(ledger.write());
            usage(DAYS).body("total.requests", equalTo(6));
        });

        assertThat(metrics.counter("viva.llm.ledger.lost").count()).isEqualTo(lost + 1);
        assertThat(metrics.get("viva.llm.ledger.waiting").gauge().value()).isZero();
    }

    @Test
    void what_an_erased_avatar_cost_stays_without_its_id_and_without_its_owner() throws Exception {
        ledger.note(expense("2026-11-01T10:00:00Z", luna, CallPurpose.ANSWER, 100, 10, 42));
        ledger.note(expense("2026-11-01T10:00:00Z", null, CallPurpose.ANSWER, 1, 1, 1));
        ledger.note(expense("2026-11-01T10:00:00Z", sol, CallPurpose.TURN, 5, 5, 5));
        got(ledger.write());
        AvatarDeletedV1 gone = new AvatarDeletedV1(luna, 3);

        tap.say("avatar.deleted." + luna, Envelopes.encode(messages.first(gone)));
        tap.say("avatar.deleted." + luna, Envelopes.encode(messages.first(gone)));

        await().untilAsserted(() -> usage(DAYS + "&by=avatar").body("rows.name", contains(null, sol.toString())));
        ledger.note(expense("2026-11-01T10:00:01Z", luna, CallPurpose.ANSWER, 1_000, 1, 1));
        got(ledger.write());
        usage(DAYS + "&by=avatar").body("rows.name", contains(null, sol.toString()));
        usage(DAYS + "&by=owner").body("rows.find { it.name == '" + anna + "' }.prompt_tokens", equalTo(5));
        usage(DAYS)
                .body("rows.name", contains("answer", "turn"))
                .body("rows[0].requests", equalTo(3))
                .body("rows[0].prompt_tokens", equalTo(1_101));
        await().untilAsserted(() -> {
            try (Connection connection = database.getConnection()) {
                assertThat(Leftovers.in(connection, Leftovers.formsOf(luna.value())))
                        .isEmpty();
            }
        });
    }

    @Test
    void an_erasure_is_answered() throws Exception {
        try (EventTap answers = new EventTap(brokerUrl, "erasure.done." + luna)) {
            tap.say("avatar.deleted." + luna, Envelopes.encode(messages.first(new AvatarDeletedV1(luna, 3, 2))));

            await().untilAsserted(() ->
                    assertThat(answers.bodies()).singleElement().asString().contains("\"round\":2"));
        }
    }

    private List<LlmUsageV1> told() {
        return tap.bodies().stream()
                .map(body -> (LlmUsageV1)
                        Envelopes.decode(body.getBytes(StandardCharsets.UTF_8)).data())
                .filter(usage -> !usage.model().isEmpty())
                .toList();
    }

    private Expense expense(String at, AvatarId avatar, CallPurpose purpose, int prompt, int completion, long micros) {
        return new Expense(
                UUID.randomUUID(),
                Instant.parse(at),
                new Call(purpose, avatar == null ? null : anna, avatar, 10),
                new Usage("first", prompt, completion, false),
                micros);
    }

    private static String operator() {
        return "Bearer "
                + TestTokens.internal("llm", OPERATOR)
                        .withGroups(Role.OPERATOR_LABEL)
                        .sign();
    }

    private static ValidatableResponse usage(String query) {
        return given().header("Authorization", operator())
                .get("/internal/usage?" + query)
                .then();
    }

    private static <T> T got(Uni<T> answer) {
        return answer.await().atMost(Waiting.PATIENCE);
    }
}
