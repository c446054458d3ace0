package viva.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {
    private final World world = World.whole();
    private final Owner owner = Owner.signUp(world);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{\"name\": \"\"}",
                "{\"name\": {\"first\": \"Luna\"}}",
                "{\"name\": \"Luna\", \"age\": \"old\"}",
                "{\"name\": \"Luna\", \"personality\": {\"openness\": 1.4}}",
                "{\"name\": \"Luna\", \"personality\": {\"openness\": \"high\"}}"
            })
    void a_bad_avatar_is_a_problem_and_no_avatar(String body) {
        Owner.Answer answer = owner.post("/api/avatars", body);

        assertThat(answer.status()).isIn(400, 422);
        assertProblem(answer);
        assertThat(owner.get("/api/avatars").expect(200).path("items")).isEmpty();
    }

    @Test
    void a_body_of_ten_megabytes_is_refused() {
        Owner.Answer answer = owner.post("/api/avatars", "{\"name\":\"" + "x".repeat(10_000_000) + "\"}");

        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void nothing_tells_whether_a_foreign_avatar_exists() {
        String foreign = Owner.signUp(world).newAvatar("Sol");

        for (String path : new String[] {"", "/state", "/relationships", "/matches"}) {
            Owner.Answer theirs = owner.get("/api/avatars/" + foreign + path);
            Owner.Answer nobodys = owner.get("/api/avatars/" + UUID.randomUUID() + path);

            assertThat(theirs.status()).as(path).isEqualTo(404);
            assertThat(nobodys.status()).as(path).isEqualTo(404);
            assertThat(theirs.json().path("title"))
                    .as(path)
                    .isEqualTo(nobodys.json().path("title"));
            assertProblem(theirs);
        }
    }

    @Test
    void forged_tokens_are_refused() {
        String[] parts = owner.socketToken().split("\\.");
        String none = base64("{\"alg\":\"none\"}") + "." + parts[1] + ".";
        String confused = base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + parts[1] + "." + parts[2];
        String tampered = parts[0] + "." + base64("{\"sub\":\"" + UUID.randomUUID() + "\"}") + "." + parts[2];
        String wrongAudience = String.join(".", parts);

        for (String token : new String[] {none, confused, tampered, wrongAudience, "nonsense", ""}) {
            Owner.Answer answer = Owner.send(world.url(), "GET", "/api/me", null, token);

            assertThat(answer.status()).as(token).isEqualTo(401);
            assertProblem(answer);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/avatars/not-a-uuid", "/api/nowhere", "/api/avatars?limit=100000", "/api/avatars?cursor=x"})
    void a_bad_address_is_a_problem(String path) {
        Owner.Answer answer = owner.get(path);

        assertThat(answer.status()).isBetween(400, 422);
        assertProblem(answer);
    }

    private static void assertProblem(Owner.Answer answer) {
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.json().path("title").asText()).isNotBlank();
        assertThat(answer.body())
                .doesNotContain("Exception")
                .doesNotContain("viva.")
                .doesNotContain("java.");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
