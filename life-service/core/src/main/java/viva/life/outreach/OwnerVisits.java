package viva.life.outreach;

import java.time.Duration;
import java.time.Instant;
import viva.contracts.WorldTime;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.OwnerCameV1;
import viva.contracts.message.TriggerThoughtV1;
import viva.life.decision.Change;
import viva.life.decision.CommandResult;
import viva.life.decision.Draft;
import viva.life.living.Living;
import viva.life.mind.Input;
import viva.life.resident.OutreachQuota;
import viva.life.resident.Resident;

/** The owner comes by, or asks what the avatar thinks. */
public final class OwnerVisits {
    private static final CommandResult RESTS = new CommandResult.Ignored("the avatar rests");

    private final Living living;

    public OwnerVisits(Living living) {
        this.living = living;
    }

    /** The owner comes after having been away. */
    public CommandResult came(CloudEvent<?> envelope, OwnerCameV1 came, Draft draft) {
        Resident resident = draft.resident(came.avatarId());
        if (resident == null || !resident.isOwnedBy(came.ownerId())) {
            return new CommandResult.Rejected("only the owner is welcomed");
        }
        if (!resident.isLiving()) {
            return RESTS;
        }
        OutreachQuota quota = OutreachQuota.orNew(draft.quota(resident.id()));
        OutreachQuota changed = quota.in(came.timezone()).of(came.locale(), came.country());
        draft.change(new Change.QuotaChanged(resident.id(), changed));
        Input input = new Input.OwnerCame(draft.now().at(came.cameAt()), hours(came.awaySince(), came.cameAt()));
        living.take(resident, envelope.id(), input, envelope, draft);
        return CommandResult.APPLIED;
    }

    /** Real hours that an owner was away; 0 when it is not known since when. */
    private static double hours(Instant since, Instant until) {
        return since == null ? 0 : Math.max(0, Duration.between(since, until).toMillis() / WorldTime.MILLIS_PER_HOUR);
    }

    /** The owner asks for a thought. */
    public CommandResult triggerThought(CloudEvent<?> envelope, TriggerThoughtV1 wish, Draft draft) {
        Resident resident = draft.resident(wish.avatarId());
        if (resident == null || !resident.isOwnedBy(wish.ownerId())) {
            return new CommandResult.Rejected("only the owner may ask for a thought");
        }
        if (!resident.isLiving()) {
            return RESTS;
        }
        Input input = new Input.Wondered(draft.now().at(wish.askedAt()));
        living.take(resident, wish.requestId().value(), input, envelope, draft);
        return CommandResult.APPLIED;
    }
}
