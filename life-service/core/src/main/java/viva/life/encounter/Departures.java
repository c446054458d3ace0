package viva.life.encounter;

import java.util.UUID;
import viva.contracts.AvatarId;
import viva.contracts.DerivedId;
import viva.contracts.EndReason;
import viva.contracts.WorldTime;
import viva.contracts.message.CloudEvent;
import viva.life.activity.InConversation;
import viva.life.decision.Draft;
import viva.life.living.Living;
import viva.life.mind.Input;
import viva.life.resident.Resident;

/** An acquaintance leaves the life of an avatar: its mind lets it go, and a conversation with one that is gone for good is over. */
public final class Departures {
    private final Living living;

    public Departures(Living living) {
        this.living = living;
    }

    /**
     * Has a mind let another avatar go; one that does not have it in mind is left alone, and so is its journal.
     *
     * @param avatar one that lives or rests
     * @param forGood whether nothing of the other stays; otherwise it only rests
     * @param cause whose id the journal's entries follow from
     */
    public void letGo(AvatarId avatar, AvatarId other, boolean forGood, CloudEvent<?> cause, Draft draft) {
        Resident resident = draft.resident(avatar);
        if (!resident.mind().hasInMind(other)) {
            return;
        }
        WorldTime now = resident.timeOf(draft.now().world());
        if (forGood
                && resident.isLiving()
                && resident.mind().activity() instanceof InConversation talking
                && talking.involves(other)) {
            Input cut = new Input.Cut(now, talking.conversation());
            living.take(resident, id(cause, "cut"), cut, cause, draft);
            EncounterMessages.cut(other, avatar, talking.conversation(), EndReason.PARTED, now, draft);
        }
        living.take(draft.resident(avatar), id(cause, "left"), new Input.Left(now, other, forGood), cause, draft);
    }

    private static UUID id(CloudEvent<?> cause, String what) {
        return DerivedId.of(cause.id(), what);
    }
}
