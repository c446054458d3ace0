package viva.platform.service.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import viva.platform.service.identity.Keys;
import viva.platform.testkit.ManagementPort;
import viva.platform.testkit.Recorder;
import viva.platform.testkit.Waiting;

@QuarkusTest
@QuarkusTestResource(Keys.class)
class ProblemsTest {
    @TestHTTPResource("/")
    URI server;

    @Test
    void a_good_body_is_taken() {
        post("{\"display_name\":\"Ada\",\"age\":3,\"born_at\":\"2026-11-01T12:00:00Z\",\"unheard_of\":1}")
                .statusCode(201)
                .body("display_name", equalTo("Ada"))
                .body("born_at", equalTo("2026-11-01T12:00:00Z"));
    }

    @Test
    void all_invalid_fields_are_named_as_they_stand_in_the_body() {
        problem(post("{\"display_name\":\"\",\"age\":3,\"parts\":[{\"part_name\":\"a\"},{}]}"), 422, "invalid")
                .body("errors.field", contains("display_name", "parts[1].part_name"))
                .body("errors[1].message", equalTo("is required"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"display_name\":\"A\",\"age\":\"3\"}     | age           | must be a whole number",
                "{\"display_name\":\"A\",\"age\":1.5}       | age           | must be a whole number",
                "{\"display_name\":\"A\",\"age\":null}      | age           | must be a whole number",
                "{\"display_name\":5}                       | display_name  | must be a string",
                "{\"display_name\":{}}                      | display_name  | must be a string",
                "{\"display_name\":\"A\",\"born_at\":\"x\"} | born_at       | must be an ISO-8601 date or time",
                "{\"display_name\":\"A\",\"parts\":5}       | parts         | must be an array",
                "{\"display_name\":\"A\",\"parts\":[5]}     | parts[0]      | must be an object",
                "[]                                         | body          | must be an object",
            })
    void a_value_of_the_wrong_type_is_named_with_what_was_expected(String body, String field, String message) {
        problem(post(body), 400, "malformed-body")
                .body("errors.field", contains(field))
                .body("errors.message", contains(message));
    }

    @Test
    void values_that_the_contracts_refuse_are_named() {
        problem(post(withPersonality("1.4", "\"witty\"")), 422, "invalid")
                .body("errors.field", contains("personality.neuroticism"))
                .body("errors.message", contains("must be in [0,1]: 1.4"));
        problem(post(withPersonality("null", "\"witty\"")), 422, "invalid")
                .body("errors.field", contains("personality.neuroticism"))
                .body("errors.message", contains("is required"));
        problem(post(withPersonality("\"a lot\"", "\"witty\"")), 400, "malformed-body")
                .body("errors.message", contains("must be a number"));
        problem(post(withPersonality("0.1", "\"slapstick\"")), 400, "malformed-body")
                .body("errors.field", contains("personality.humor_style"))
                .body("errors.message", contains("must be one of witty, sarcastic, wholesome, dark, absurd"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"age\":}", "nonsense", "{\"age\":1}}", "{\"age\":1,\"age\":2}"})
    void what_is_not_json_is_said_to_be_not_json(String body) {
        problem(post(body), 400, "malformed-body").body("detail", startsWith("The body is not well-formed JSON"));
    }

    @Test
    void deep_nesting_is_refused() {
        problem(post("{\"parts\":" + "[".repeat(100)), 400, "malformed-body");
    }

    @Test
    void a_missing_body_is_refused() {
        problem(post(""), 422, "invalid").body("errors.field", contains("body"));
    }

    @Test
    void a_body_over_the_limit_is_refused() {
        problem(post("{\"display_name\":\"" + "x".repeat(10_000_000) + "\"}"), 413, "too-large")
                .body("detail", equalTo("The body may have at most 65536 bytes"));
    }

    @Test
    void a_body_far_over_the_limit_is_refused_before_it_was_sent() throws IOException {
        try (Socket client = new Socket(server.getHost(), server.getPort())) {
            client.setSoTimeout(Math.toIntExact(Waiting.PATIENCE.toMillis()));
            String head = "POST /specimens HTTP/1.1\r\nHost: " + server.getAuthority()
                    + "\r\nContent-Type: application/json\r\nContent-Length: 99999999\r\n\r\n";
            client.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

            String answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            assertThat(answer).startsWith("HTTP/1.1 413").contains("urn:viva:problem:too-large");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"display_name\":\"A\\u0000\"}                                 | display_name",
                "{\"display_name\":\"A\",\"parts\":[{\"part_name\":\"\\u0000\"}]} | parts[0].part_name",
            })
    void a_text_with_the_character_nul_is_refused_whatever_field_it_is_in(String body, String field) {
        problem(post(body), 400, "malformed-body")
                .body("errors.field", contains(field))
                .body("errors.message", contains("must not contain the character NUL"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/specimens?cursor=%00", "/specimens/%00"})
    void an_address_with_the_character_nul_is_refused(String address) {
        problem(given().urlEncodingEnabled(false).get(address).then(), 400, "bad-request");
    }

    @ParameterizedTest
    @CsvSource({"connections, connections", "workers, workers", "away, away"})
    void what_passes_by_itself_is_503_with_advice_one_line_and_a_count(String failure, String pool) {
        Recorder<LogRecord> lines = new Recorder<>();
        Handler handler = recording(lines);
        Logger logger = Logger.getLogger(OperatingFailures.class.getName());
        double before = overflows(pool);
        logger.addHandler(handler);
        try {
            for (int i = 0; i < 3; i++) {
                problem(given().get("/specimens/passing/" + failure).then(), 503, "unavailable")
                        .header("Retry-After", "2");
            }
        } finally {
            logger.removeHandler(handler);
        }

        assertThat(overflows(pool)).isEqualTo(before + 3);
        assertThat(lines.snapshot())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.getThrown()).isNull());
    }

    private static double overflows(String pool) {
        return ManagementPort.metrics()
                .lines()
                .filter(line -> line.startsWith("viva_overflow_total") && line.contains("pool=\"" + pool + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static Handler recording(Recorder<LogRecord> lines) {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.accept(line);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    @Test
    void another_media_type_is_refused() {
        problem(given().contentType("text/plain").body("Ada").post("/specimens").then(), 415, "unsupported-media-type");
    }

    @Test
    void another_method_is_refused() {
        problem(given().delete("/specimens").then(), 405, "method-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/specimens/a/b", "/q/nowhere"})
    void an_unknown_path_is_not_found(String path) {
        problem(given().get(path + "?token=secret").then(), 404, "not-found").body("instance", equalTo(path));
    }

    @Test
    void text_that_is_no_id_is_answered_as_an_unknown_id() {
        String unknown =
                given().get("/specimens/" + UUID.randomUUID()).then().extract().path("detail");

        problem(given().get("/specimens/not-an-id").then(), 404, "not-found").body("detail", equalTo(unknown));
    }

    @Test
    void a_rejection_carries_its_retry_advice() {
        problem(given().get("/specimens/busy").then(), 429, "too-many-requests").header("Retry-After", "2");
    }

    @Test
    void an_unexpected_failure_tells_nothing_but_its_id() {
        problem(given().get("/specimens/broken").then(), 500, "internal")
                .body("detail", startsWith("It was logged as "))
                .body(not(containsString("vault")));
    }

    @Test
    void pages_are_limited_and_their_cursors_checked() {
        String next = given().get("/specimens")
                .then()
                .statusCode(200)
                .body("items", contains(1, 2))
                .extract()
                .path("next_cursor");

        given().get("/specimens?cursor=" + next).then().statusCode(200).body("items", contains(3, 4));
        problem(given().get("/specimens?cursor=forged").then(), 400, "bad-request")
                .body("errors.field", contains("cursor"));
        problem(given().get("/specimens?limit=1000").then(), 422, "invalid").body("errors.field", contains("limit"));
    }

    @Test
    void the_api_description_is_at_the_services_own_port_and_health_and_metrics_are_not() {
        ManagementPort.get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        ManagementPort.get("/q/metrics").then().statusCode(200);
        problem(given().get("/q/health").then(), 404, "not-found");
        problem(given().get("/q/health/ready").then(), 404, "not-found");
        problem(given().get("/q/metrics").then(), 404, "not-found");
        given().get("/q/swagger-ui/").then().statusCode(200);
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("paths", notNullValue());
    }

    private static String withPersonality(String neuroticism, String humor) {
        return """
                {"display_name":"A","personality":{"openness":0.5,"conscientiousness":0.5,"extraversion":0.5,
                 "agreeableness":0.5,"neuroticism":%s,"humor_style":%s,"love_language":"words",
                 "attachment_style":"secure"}}""".formatted(neuroticism, humor);
    }

    private static ValidatableResponse post(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/specimens")
                .then();
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status, String slug) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("type", equalTo("urn:viva:problem:" + slug))
                .body("title", notNullValue())
                .body("instance", notNullValue())
                .body("stack", nullValue())
                .body(not(containsString("java.")))
                .body(not(containsString("viva.platform")));
    }
}
