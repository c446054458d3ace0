package viva.life.ownertalk;

import java.util.List;
import viva.contracts.AvatarProfile;
import viva.contracts.Reading;
import viva.contracts.WorldTime;
import viva.contracts.message.SpeakV1;
import viva.life.conversation.Sitting;
import viva.life.decision.Draft;
import viva.life.resident.OutreachQuota;
import viva.life.resident.Resident;

/** What words to an owner depend on beside the conversation, and who pays for them. */
public final class SpeakContexts {
    private SpeakContexts() {}

    /**
     * The context of words to the owner.
     *
     * @param profile null when it is not known
     * @param quota says where the owner is; null when that is not known
     * @param reading of what is to be answered, or null
     */
    public static SpeakV1.Context of(
            Resident resident, AvatarProfile profile, WorldTime at, OutreachQuota quota, Reading reading, Draft draft) {
        List<Integer> said = Sitting.saidBefore(
                draft.recent(resident.ownerConversation()), draft.now().real());
        return new SpeakV1.Context(
                resident.owner(),
                false,
                profile != null && profile.offlineOnly(),
                quota == null ? null : quota.locale(),
                quota == null ? null : quota.country(),
                resident.mind().concernedAt(at.millis()),
                reading,
                null,
                said,
                List.of());
    }
}
