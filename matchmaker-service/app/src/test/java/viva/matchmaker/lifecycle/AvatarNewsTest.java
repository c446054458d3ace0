package viva.matchmaker.lifecycle;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.message.AvatarCreatedV1;
import viva.contracts.message.AvatarEvent;
import viva.contracts.message.AvatarUpdatedV1;
import viva.contracts.message.CloudEvent;
import viva.matchmaker.rest.Town;
import viva.platform.messaging.UnhandleableMessage;
import viva.platform.testkit.Waiting;

class AvatarNewsTest {
    private static final AvatarId LUNA = new AvatarId(UUID.randomUUID());
    private static final AccountId ADA = new AccountId(UUID.randomUUID());

    static AvatarEvent[] incomplete() {
        return new AvatarEvent[] {
            new AvatarCreatedV1(LUNA, ADA, 1, null),
            new AvatarCreatedV1(LUNA, null, 1, Town.profile("chess")),
            new AvatarUpdatedV1(LUNA, ADA, 2, null),
        };
    }

    @ParameterizedTest
    @MethodSource("incomplete")
    void an_avatar_without_an_owner_or_a_profile_is_a_dead_letter_and_is_not_stored(AvatarEvent event) {
        AvatarNews news = new AvatarNews(null, null, null, null, null, null);
        CloudEvent<AvatarEvent> message =
                CloudEvent.first(UUID.randomUUID(), "/viva/test", Instant.EPOCH, null, null, event);

        assertThatThrownBy(() -> news.handle(message).await().atMost(Waiting.PATIENCE))
                .isInstanceOf(UnhandleableMessage.class);
    }
}
