package viva.society.world;

import java.util.SplittableRandom;
import java.util.UUID;
import viva.avatar.personality.Catalogue;
import viva.avatar.personality.RandomPersonality;
import viva.contracts.AvatarId;
import viva.life.mind.Input;
import viva.life.mind.Lives;
import viva.society.diary.Diary;

/** Who lives in a world: drawn as the avatar service draws personalities. Ids ascend, so that the order of ids is that of indices. */
final class Population {
    private static final long ID_HIGH = 0x0190_0000_0000_7000L;
    private static final long ID_LOW = 0x8000_0000_0000_0000L;

    private Population() {}

    static Inhabitant[] born(WorldPlan plan, Lives lives) {
        Catalogue catalogue = Catalogue.standard();
        SplittableRandom chance = new SplittableRandom(plan.seed());
        Inhabitant[] people = new Inhabitant[plan.avatars()];
        for (int index = 0; index < people.length; index++) {
            AvatarId id = new AvatarId(new UUID(ID_HIGH, ID_LOW | (index + 1)));
            var personality = RandomPersonality.draw(chance.split(), catalogue);
            var mind = lives.born(new Input.Born(plan.start(), id, personality));
            people[index] = new Inhabitant(index, id, personality, mind, Diary.of(index, plan.days(), mind));
        }
        return people;
    }
}
