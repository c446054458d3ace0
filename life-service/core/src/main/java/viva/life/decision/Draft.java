package viva.life.decision;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import viva.contracts.AvatarId;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.Command;
import viva.contracts.message.Event;
import viva.contracts.message.LifeCommand;
import viva.life.decision.Posting.Recipient;
import viva.life.resident.Resident;

/** A decision in the making: its steps see the changes of the steps before. */
public final class Draft extends ChangedView {
    private final Now now;
    private final Envelopes envelopes;
    private final List<Change> changes = new ArrayList<>();
    private final Set<AvatarId> moved = new LinkedHashSet<>();
    private final List<Posting> messages = new ArrayList<>();

    public Draft(View before, Now now, Envelopes envelopes) {
        super(before);
        this.now = now;
        this.envelopes = envelopes;
    }

    public Now now() {
        return now;
    }

    public Envelopes envelopes() {
        return envelopes;
    }

    public void change(Change change) {
        apply(change);
        changes.add(change);
    }

    /** A mind has moved on. Of many steps of one mind the last is kept. */
    public void keep(Resident resident) {
        apply(new Change.ResidentChanged(resident));
        moved.add(resident.id());
    }

    public void publish(CloudEvent<? extends Event> event) {
        messages.add(new Posting.Published(event));
    }

    public void toAvatar(CloudEvent<? extends LifeCommand> command) {
        messages.add(new Posting.ToAvatar(command));
    }

    public void toRecipient(CloudEvent<? extends Command> command, Recipient recipient) {
        messages.add(new Posting.ToRecipient(command, recipient, null));
    }

    public void send(Posting posting) {
        messages.add(posting);
    }

    public Decision decided(CommandResult result) {
        List<Change> all = new ArrayList<>(changes.size() + moved.size());
        all.addAll(changes);
        moved.forEach(id -> all.add(new Change.ResidentChanged(resident(id))));
        return new Decision(result, all, messages);
    }
}
