package viva.system;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.Json;

/** What an owner told comes back when it is out of the sight of the latest lines: through all services, with the offline voice. */
class OwnersMemoryTest {
    /** More than what goes along with a request for words. */
    private static final int OTHER_LINES = 11;

    private Owner owner;
    private String avatar;

    @BeforeEach
    void an_owner_has_an_avatar() {
        owner = Owner.signUp(World.whole());
        avatar = owner.newAvatar("Luna");
    }

    @Test
    void facts_are_known_after_many_other_lines_the_newer_counts_and_what_was_never_told_is_not_made_up() {
        says("My dog is called Bruno");
        says("I live in Porto");
        says("I moved to Braga");
        for (int line = 0; line < OTHER_LINES; line++) {
            says("The weather was odd again, number " + line);
        }

        // Asked until it is recalled in time: a busy machine may take longer than an answer waits.
        await().until(() -> says("What is my dog called?"), answer -> answer.contains("Bruno"));
        await().until(() -> says("Where do I live?"), answer -> answer.contains("Braga"));
        assertThat(says("What did I tell you about my boat?"))
                .doesNotContain("Bruno")
                .doesNotContain("Braga");

        assertThat(says("Please forget what I told you about my dog")).endsWith("?");
        says("yes");
        await().untilAsserted(() -> assertThat(says("What is my dog called?")).doesNotContain("Bruno"));
    }

    /** What the avatar answers. */
    private String says(String text) {
        String body = Json.mapper().valueToTree(Map.of("content", text)).toString();
        String message = await().until(
                        () -> owner.post("/api/avatars/" + avatar + "/messages", body),
                        answer -> answer.status() == 202)
                .json()
                .path("message_id")
                .asText();
        return await().until(() -> answerTo(message), Optional::isPresent).orElseThrow();
    }

    private Optional<String> answerTo(String message) {
        JsonNode talks = owner.get("/api/avatars/" + avatar + "/conversations?type=owner")
                .expect(200)
                .path("items");
        return StreamSupport.stream(talks.spliterator(), false)
                .flatMap(talk -> StreamSupport.stream(
                        owner.get("/api/conversations/" + talk.path("id").asText() + "/messages")
                                .expect(200)
                                .path("items")
                                .spliterator(),
                        false))
                .filter(line -> line.path("in_reply_to").asText().equals(message))
                .map(line -> line.path("content").asText())
                .findFirst();
    }
}
