package viva.society.world;

import java.util.SplittableRandom;
import java.util.UUID;
import viva.avatar.personality.Catalogue;
import viva.avatar.personality.RandomPersonality;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.message.LifecycleV1;
import viva.life.command.Trigger;
import viva.society.diary.Diary;

/** Who lives in a world: drawn as the avatar service draws personalities. Ids ascend, so that the order of ids is that of indices. */
final class Population {
    private static final long ID_HIGH = 0x0190_0000_0000_7000L;
    private static final long ID_LOW = 0x8000_0000_0000_0000L;
    private static final String LOCALE = "en";

    private static final String[] NAMES = {
        "Luna", "Sol", "Mira", "Theo", "Ada", "Noa", "Iris", "Juno", "Kai", "Lia", "Milo", "Nina", "Otto", "Pia",
        "Remy", "Suri", "Tomas", "Uma", "Vera", "Wim", "Yara", "Zeno", "Alma", "Bruno", "Clara", "Dario", "Elif",
        "Fritz", "Gaia", "Hugo", "Ines", "Jonas", "Kira", "Leo", "Maya", "Nils", "Olga", "Paul", "Rosa", "Simon"
    };

    private Population() {}

    static Inhabitant[] born(WorldPlan plan, Protocol protocol) {
        Catalogue catalogue = Catalogue.standard();
        SplittableRandom chance = new SplittableRandom(plan.seed());
        Inhabitant[] people = new Inhabitant[plan.avatars()];
        for (int index = 0; index < people.length; index++) {
            AvatarProfile profile = new AvatarProfile(
                    name(index), "", null, null, LOCALE, RandomPersonality.draw(chance.split(), catalogue));
            MemoryShard shard = born(index, profile, plan, protocol);
            Diary diary = Diary.of(index, plan.days(), shard.resident().mind());
            people[index] = new Inhabitant(index, shard, diary);
        }
        return people;
    }

    private static MemoryShard born(int index, AvatarProfile profile, WorldPlan plan, Protocol protocol) {
        UUID id = new UUID(ID_HIGH, ID_LOW | (index + 1));
        LifecycleV1 birth = new LifecycleV1(new AvatarId(id), new AccountId(id), LifecycleV1.Wish.LIVES, 1, profile);
        Trigger trigger = new Trigger.Commanded(new PlainEnvelopes().first(id, plan.start(), birth), birth, null);
        MemoryShard shard = new MemoryShard();
        protocol.decide(trigger, shard, plan.start().millis()).changes().forEach(shard::apply);
        return shard;
    }

    /** With a number behind it from the forty-first on. */
    private static String name(int index) {
        int round = index / NAMES.length;
        String name = NAMES[index % NAMES.length];
        return round == 0 ? name : name + " " + (round + 1);
    }
}
