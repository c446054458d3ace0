package viva.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.MessageId;
import viva.contracts.message.OwnerMessageV1;

class EnvelopesTest {
    private static final String WORDS = "what an owner told nobody else";
    private static final AvatarId LUNA = AvatarId.of("0198c0de-0000-7000-8000-000000000001");

    private final String fine = Envelopes.encode(new MessageFactory("test", MessageTraces.off())
            .first(new OwnerMessageV1(
                    LUNA, new AccountId(UUID.randomUUID()), new MessageId(UUID.randomUUID()), WORDS, Instant.EPOCH)));

    @Test
    void what_cannot_be_read_is_named_by_its_place_and_never_quoted() {
        assertThat(fine).contains("\"content\":\"" + WORDS + "\"").contains("\"data\":{");

        assertUnreadable(fine.replace("\"content\":\"" + WORDS, "\"content\":\"" + WORDS + "\u0001"));
        assertUnreadable(fine.replaceFirst("\"owner_id\":\"[^\"]*", "\"owner_id\":\"" + WORDS));
        assertUnreadable(fine.replaceFirst("\"data\":\\{.*", "\"data\":\"" + WORDS + "\"}"));
        assertUnreadable(fine.substring(0, fine.indexOf(WORDS) + WORDS.length()));
        assertUnreadable(WORDS);
    }

    private static void assertUnreadable(String text) {
        assertThatThrownBy(() -> Envelopes.decode(text.getBytes(StandardCharsets.UTF_8)))
                .as(text)
                .isInstanceOf(Envelopes.UndecodableMessage.class)
                .extracting(Throwable::getMessage)
                .asString()
                .isNotBlank()
                .doesNotContain(WORDS)
                .doesNotContain("what");
    }
}
