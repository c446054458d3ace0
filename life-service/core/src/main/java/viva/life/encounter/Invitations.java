package viva.life.encounter;

import java.util.Optional;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.EndReason;
import viva.contracts.message.CloudEvent;
import viva.life.decision.Draft;
import viva.life.mind.Intent;
import viva.life.resident.Resident;

/** What an avatar's wish for company, and its answer to another's, do in the world. */
public final class Invitations {
    private final EncounterRules rules;

    public Invitations(EncounterRules rules) {
        this.rules = rules;
    }

    /** Whether avatars of this world meet at all. */
    public boolean areWanted() {
        return rules.enabled();
    }

    /** Invites the one whom the mind named, or a passer-by; when there is none, the mind will notice by itself. */
    public void seek(Resident host, Intent.SeekCompany seek, Draft draft) {
        AvatarProfile profile = draft.profile(host.id());
        Optional<AvatarId> guest =
                seek.partner() == null ? draft.now().company().passerby(host.id()) : Optional.of(seek.partner());
        if (profile != null && guest.isPresent()) {
            EncounterMessages.invite(host, profile, guest.get(), seek, draft);
        }
    }

    /** Tells the host what its guest answers. */
    public void answer(Resident guest, Intent.Answer answer, CloudEvent<?> cause, Draft draft) {
        AvatarProfile profile = draft.profile(guest.id());
        EndReason declined = profile == null ? EndReason.NOT_AVAILABLE : answer.declined();
        EncounterMessages.answer(guest, profile, answer, declined, cause, draft);
    }

    /** Tells the owner who named a partner why nothing comes of it. */
    public void excuse(Resident host, Intent.Excuse excuse, Draft draft) {
        EncounterMessages.declined(host, excuse.other(), excuse.conversation(), excuse.reason(), excuse.at(), draft);
    }
}
