package viva.llm.nim;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import viva.llm.budget.Admission;
import viva.llm.budget.Usage;

class ChatClientTest {
    /** A server for each test: what an earlier one gave up can still arrive. */
    @RegisterExtension
    final WireMockExtension server = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private static final String CHAT = "/v1/chat/completions";

    private NimWorld world;

    @BeforeEach
    void connect() {
        world = new NimWorld("http://127.0.0.1:" + server.getPort() + "/v1/");
    }

    @AfterEach
    void disconnect() {
        world.close();
    }

    @Test
    void a_plain_answer_is_read_with_its_usage() {
        answer(
                okJson(
                        "{\"choices\":[{\"message\":{\"content\":\"<think>hm</think>\\nHi!\",\"reasoning_content\":\"secret\"},"
                                + "\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":2,\"total_tokens\":9}}"));

        ChatAnswer answer = world.plain();

        assertThat(answer).isEqualTo(new ChatAnswer("first", "Hi!", Finish.STOP, new Usage("first", 7, 2, false)));
        assertThat(world.budgets.ends).containsExactly("began", "settled");
        assertThat(world.count("ok")).isEqualTo(1);
    }

    @Test
    void a_streamed_answer_is_heard_as_it_comes() {
        answer(stream(": hello\r\n\r\n" + chunk("") + chunk("<thi") + chunk("nk>no</think>Hi") + chunk(" there.")
                + "data: {\"choices\":[{\"delta\":{\"reasoning\":\"secret\"},\"finish_reason\":null}]}\n\n"
                + finish("stop")
                + "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":3,\"total_tokens\":8}}\n\n"
                + "data: [DONE]\n\n"));

        ChatAnswer answer = world.stream();

        assertThat(answer.text()).isEqualTo("Hi there.");
        assertThat(answer.finish()).isEqualTo(Finish.STOP);
        assertThat(answer.usage()).isEqualTo(new Usage("first", 5, 3, false));
        assertThat(world.heard).containsExactly("Hi", " there.");
    }

    @Test
    void a_dribbled_stream_is_the_same_stream() {
        answer(stream(chunk("Olá, ") + chunk("ação 🌙.") + finish("stop") + "data: [DONE]\n\n")
                .withChunkedDribbleDelay(40, 400));

        assertThat(world.stream().text()).isEqualTo("Olá, ação 🌙.");
    }

    @Test
    void a_stream_without_done_is_taken_as_it_is() {
        answer(stream(chunk("Hi.") + finish("stop")));

        assertThat(world.stream().finish()).isEqualTo(Finish.STOP);
    }

    @Test
    void a_stream_that_ends_without_a_reason_counts_as_cut() {
        answer(stream(chunk("Hi. And th")));

        ChatAnswer answer = world.stream();

        assertThat(answer.text()).isEqualTo("Hi. And th");
        assertThat(answer.finish()).isEqualTo(Finish.CUT);
        assertThat(answer.usage().estimated()).isTrue();
    }

    @Test
    void the_request_holds_words_and_nothing_about_anybody() {
        answer(okJson("{\"choices\":[{\"message\":{\"content\":\"Hi\"},\"finish_reason\":\"stop\"}]}"));

        world.plain();

        server.verify(postRequestedFor(urlEqualTo(CHAT))
                .withHeader("Authorization", equalTo("Bearer " + NimWorld.KEY))
                .withHeader("User-Agent", matching("viva-llm/.*"))
                .withRequestBody(equalToJsonFields()));
    }

    @ParameterizedTest
    @CsvSource({
        "401, key_refused",
        "403, key_refused",
        "402, no_credit",
        "413, invalid",
        "500, degraded",
        "409, invalid"
    })
    void a_refusal_is_final(int status, String label) {
        answer(aResponse().withStatus(status).withBody("{\"detail\":\"bad " + NimWorld.KEY + "\"}"));

        assertThat(NimWorld.fault(world::plain).label()).isEqualTo(label);
        server.verify(1, postRequestedFor(urlEqualTo(CHAT)));
        assertThat(world.budgets.ends).containsExactly("failed");
        assertThat(world.count(label)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void a_model_that_is_gone_gives_way_and_is_remembered(int status) {
        server.stubFor(post(CHAT)
                .withRequestBody(matchingJsonPath("$.model", equalTo("first")))
                .willReturn(aResponse().withStatus(status)));
        server.stubFor(post(CHAT)
                .withRequestBody(matchingJsonPath("$.model", equalTo("second")))
                .willReturn(okJson("{\"choices\":[{\"message\":{\"content\":\"Hi\"},\"finish_reason\":\"stop\"}]}")));

        assertThat(world.plain().model()).isEqualTo("second");
        assertThat(world.plain().model()).isEqualTo("second");

        server.verify(3, postRequestedFor(urlEqualTo(CHAT)));
        assertThat(world.budgets.calls).hasSize(3);
    }

    @Test
    void when_every_model_is_gone_nobody_is_asked() {
        answer(aResponse().withStatus(410));

        assertThat(NimWorld.fault(world::plain)).isEqualTo(new NimFault.Gone(410));
        assertThat(NimWorld.fault(world::plain)).isEqualTo(new NimFault.NoModel());
        assertThat(world.chat.isOn(Purpose.ANSWER)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"429, ''", "502, ''", "503, ''", "504, ''", "400, DEGRADED function cannot be invoked"})
    void what_passes_is_tried_again_with_a_slot_of_its_own(int status, String detail) {
        fails(aResponse().withStatus(status).withBody("{\"detail\":\"" + detail + "\"}"));

        assertThat(world.plain().text()).isEqualTo("Hi");

        assertThat(world.budgets.calls).hasSize(2);
        assertThat(world.budgets.ends).containsExactly(status == 429 ? "throttled -1" : "failed", "began", "settled");
    }

    @Test
    void a_pause_in_seconds_is_waited_for_and_told_to_the_budget() {
        fails(aResponse().withStatus(429).withHeader("Retry-After", "1"));
        Instant begun = Instant.now();

        assertThat(world.plain().text()).isEqualTo("Hi");

        assertThat(Duration.between(begun, Instant.now())).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(world.budgets.ends).startsWith("throttled 1");
    }

    @Test
    void a_pause_until_a_date_that_is_too_late_ends_the_attempts() {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusHours(1));
        answer(aResponse().withStatus(429).withHeader("Retry-After", date));

        NimFault fault = NimWorld.fault(world::plain);

        assertThat(fault)
                .isInstanceOfSatisfying(
                        NimFault.Throttled.class,
                        throttled ->
                                assertThat(throttled.retryAfter().orElseThrow()).isGreaterThan(Duration.ofMinutes(55)));
        server.verify(1, postRequestedFor(urlEqualTo(CHAT)));
    }

    @Test
    void a_field_that_is_refused_is_left_out_and_remembered() {
        server.stubFor(post(CHAT)
                .willReturn(okJson("{\"choices\":[{\"message\":{\"content\":\"Hi\"},\"finish_reason\":\"stop\"}]}")));
        server.stubFor(post(CHAT)
                .withRequestBody(matchingJsonPath("$.top_p"))
                .willReturn(aResponse()
                        .withStatus(422)
                        .withBody("{\"detail\":[{\"loc\":[\"body\",\"top_p\"],\"msg\":\"extra\"}]}")));

        world.plain();
        world.plain();

        server.verify(1, postRequestedFor(urlEqualTo(CHAT)).withRequestBody(matchingJsonPath("$.top_p")));
        server.verify(3, postRequestedFor(urlEqualTo(CHAT)).withRequestBody(matchingJsonPath("$.temperature")));
    }

    @Test
    void an_answer_that_is_worked_on_is_asked_for_again() {
        answer(aResponse().withStatus(202).withHeader("NVCF-REQID", "abc-1"));
        server.stubFor(get("/v1/status/abc-1")
                .inScenario("poll")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("ready")
                .willReturn(aResponse().withStatus(202).withHeader("NVCF-REQID", "abc-1")));
        server.stubFor(get("/v1/status/abc-1")
                .inScenario("poll")
                .whenScenarioStateIs("ready")
                .willReturn(okJson("{\"choices\":[{\"message\":{\"content\":\"Late\"},\"finish_reason\":\"stop\"}]}")));

        assertThat(world.plain().text()).isEqualTo("Late");
        assertThat(world.budgets.calls).hasSize(1);
    }

    @Test
    void an_answer_that_is_worked_on_for_too_long_is_given_up() {
        answer(aResponse().withStatus(202).withHeader("NVCF-REQID", "abc-1"));
        server.stubFor(
                get("/v1/status/abc-1").willReturn(aResponse().withStatus(202).withHeader("NVCF-REQID", "abc-1")));

        Duration soon = Duration.ofMillis(1_200);
        assertThat(NimWorld.fault(() -> world.stream(NimWorld.in(soon, soon))).label())
                .startsWith("slow");
    }

    @Test
    void a_first_word_that_does_not_come_in_time_ends_the_call() {
        answer(stream(chunk("Hi.")).withFixedDelay(5_000));

        NimFault fault = NimWorld.fault(() -> world.stream(NimWorld.in(Duration.ofMillis(300), NimWorld.LONG)));

        assertThat(fault).isEqualTo(new NimFault.TooSlow(NimFault.Stage.FIRST_TOKEN));
        assertThat(world.budgets.ends).containsExactly("failed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html | <html>Hello</html> | garbled",
                "application/json | <html>Hello</html> | garbled",
                "application/json | [1] | garbled",
                "application/json | {} | garbled",
                "application/json | {\"choices\":[]} | empty",
                "application/json | {\"error\":{\"message\":\"overloaded\"}} | reported",
                "application/json | {\"object\":\"error\",\"message\":\"overloaded\"} | reported",
                "application/json | {\"choices\":[{\"message\":{\"content\":null},\"finish_reason\":\"stop\"}]} | empty",
                "application/json | {\"choices\":[{\"message\":{\"content\":\"<think>x\"},\"finish_reason\":\"length\"}]} | empty",
                "application/json | {\"choices\":[{\"message\":{\"content\":\"x\"},\"finish_reason\":\"content_filter\"}]} | filtered",
                "text/event-stream | data: {not json}~~ | garbled",
                "text/event-stream | data: 7~~ | garbled",
                "text/event-stream | data: {\"error\":{\"message\":\"overloaded\",\"code\":500}}~~ | reported",
                "text/event-stream | event: error~data: {\"message\":\"overloaded\"}~~ | reported",
                "text/event-stream | data: {\"error\":{\"message\":\"slow\",\"code\":429}}~~ | throttled",
                "text/event-stream | data: [DONE]~~ | empty",
                "text/event-stream | nothing of the protocol | empty"
            })
    void what_is_no_answer_has_a_defined_end(String type, String body, String label) {
        answer(aResponse().withHeader("Content-Type", type).withBody(body.replace('~', '\n')));

        assertThat(NimWorld.fault(world::stream).label()).isEqualTo(label);
    }

    @Test
    void a_length_that_is_reached_is_told() {
        answer(stream(chunk("Hi. And") + finish("length") + "data: [DONE]\n\n"));

        assertThat(world.stream().finish()).isEqualTo(Finish.LENGTH);
    }

    @Test
    void a_connection_that_is_reset_before_anything_came_is_broken() {
        answer(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        assertThat(NimWorld.fault(world::stream)).isEqualTo(new NimFault.Broken());
    }

    @Test
    void random_bytes_are_broken() {
        answer(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));

        assertThat(NimWorld.fault(world::stream)).isEqualTo(new NimFault.Broken());
    }

    @Test
    void what_waited_for_too_long_is_not_sent() {
        Deadlines past = NimWorld.in(Duration.ZERO, NimWorld.LONG);

        NimFault fault = NimWorld.fault(() -> world.stream(past));

        assertThat(fault).isEqualTo(new NimFault.Busy());
        assertThat(fault.isOutage()).isFalse();
        assertThat(world.budgets.calls).isEmpty();
    }

    @Test
    void without_a_slot_nothing_is_sent() {
        world.budgets.refuse(Admission.Reason.OWNER);

        assertThat(NimWorld.fault(world::plain)).isEqualTo(new NimFault.NoBudget(Admission.Reason.OWNER));
        server.verify(0, postRequestedFor(urlEqualTo(CHAT)));
    }

    @Test
    void a_thought_that_ends_without_having_begun_ends_the_answer() {
        answer(stream(chunk("She wants a greeting. ") + chunk("</think>Hi!") + finish("stop")));

        assertThat(NimWorld.fault(world::stream)).isInstanceOf(NimFault.Exposed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"content\":\"<think>A greeting, I see.</think>\"}",
                "{\"content\":null,\"reasoning_content\":\"A greeting, I see.\"}"
            })
    void thoughts_that_lead_to_no_words_are_paid_for(String message) {
        answer(okJson("{\"choices\":[{\"message\":" + message + ",\"finish_reason\":\"length\"}],"
                + "\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":100,\"total_tokens\":109}}"));

        assertThat(NimWorld.fault(world::plain)).isEqualTo(new NimFault.Empty());
        assertThat(world.budgets.settled).containsExactly(new Usage("first", 9, 100, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "the request was wrong, wrong, wrong, wrong, wrong, wrong, wrong, wrong and wrong at "})
    void a_key_that_the_server_repeats_is_in_no_fault(String before) {
        String key = "Token.of.Luna's:house";
        answer(aResponse().withStatus(413).withBody("{\"detail\":\"" + before.repeat(2) + key + "\"}"));
        try (NimWorld own = new NimWorld("http://127.0.0.1:" + server.getPort() + "/v1", key)) {
            String told = NimWorld.fault(own::plain).toString();

            assertThat(told).contains("413").doesNotContain("Token").doesNotContain("house");
        }
    }

    private void answer(ResponseDefinitionBuilder response) {
        server.stubFor(post(CHAT).willReturn(response));
    }

    /** The first request gets this response, the next one an answer. */
    private void fails(ResponseDefinitionBuilder response) {
        server.stubFor(post(CHAT)
                .inScenario("retry")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("well")
                .willReturn(response));
        server.stubFor(post(CHAT)
                .inScenario("retry")
                .whenScenarioStateIs("well")
                .willReturn(okJson("{\"choices\":[{\"message\":{\"content\":\"Hi\"},\"finish_reason\":\"stop\"}]}")));
    }

    private static ResponseDefinitionBuilder stream(String body) {
        return aResponse()
                .withHeader("Content-Type", "text/event-stream; charset=utf-8")
                .withBody(body);
    }

    private static String chunk(String text) {
        return "data: {\"choices\":[{\"delta\":{\"content\":\"" + text + "\"},\"finish_reason\":null}]}\n\n";
    }

    private static String finish(String reason) {
        return "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"" + reason + "\"}]}\n\n";
    }

    private static com.github.tomakehurst.wiremock.matching.StringValuePattern equalToJsonFields() {
        return com.github.tomakehurst.wiremock.client.WireMock.equalToJson(
                "{\"model\":\"first\",\"messages\":[{\"role\":\"system\",\"content\":\"You are Luna.\"},"
                        + "{\"role\":\"user\",\"content\":\"Hello\"}],\"max_tokens\":100,\"stream\":false,"
                        + "\"temperature\":0.7,\"top_p\":0.95}");
    }
}
