package viva.life.input;

import java.util.UUID;
import viva.contracts.AvatarId;
import viva.contracts.WorldTime;
import viva.contracts.message.CloudEvent;
import viva.life.activity.InConversation;
import viva.life.clock.World;
import viva.life.mind.Input;
import viva.life.resident.Resident;
import viva.platform.messaging.MessageFactory;

/** Somebody leaves the life of an avatar: its mind lets them go, and a conversation with who is gone for good is over. */
final class Departures {
    private final World world;
    private final Living living;
    private final Company company;

    Departures(World world, Living living, Company company) {
        this.world = world;
        this.living = living;
        this.company = company;
    }

    /**
     * Has a mind let somebody go; one that does not have them in mind is left alone, and its journal, too.
     *
     * @param avatar one that lives or rests
     * @param forGood whether nothing of them stays; otherwise they only rest
     * @param cause whose id the journal's entries follow from
     */
    void letGo(AvatarId avatar, AvatarId other, boolean forGood, CloudEvent<?> cause, Scene scene) {
        Resident resident = scene.resident(avatar);
        if (!resident.mind().hasInMind(other)) {
            return;
        }
        WorldTime now = OwnerTalk.timeOf(resident, world.now());
        if (forGood
                && resident.isLiving()
                && resident.mind().activity() instanceof InConversation talking
                && talking.involves(other)) {
            Input cut = new Input.Cut(now, talking.conversation());
            living.take(resident, id(cause, "cut"), cut, cause, scene);
            company.cut(other, avatar, talking.conversation(), "parted", now, scene);
        }
        living.take(scene.resident(avatar), id(cause, "left"), new Input.Left(now, other, forGood), cause, scene);
    }

    private static UUID id(CloudEvent<?> cause, String what) {
        return MessageFactory.derivedId(cause.id(), what);
    }
}
