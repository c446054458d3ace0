package viva.society.talk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import viva.society.world.Society;
import viva.society.world.WorldPlan;

/** The conversations of a world of its own, in words: the same for the same plan and locale on every machine. */
public final class TalksOfAWorld {
    private TalksOfAWorld() {}

    /** Lives {@code plan} through and words the conversations that begin in it, in their order; {@code locale} is everybody's. */
    public static List<WordedTalk> of(WorldPlan plan, String locale) {
        List<WordedTalk> talks = new ArrayList<>();
        try (Society society = new Society(plan, 1)) {
            Wording wording = new Wording(society.lives(), locale);
            society.watch((agreement, agreed) -> talks.add(wording.of(agreement, agreed)));
            society.live((worldMillis, ticks) -> {});
        }
        return Collections.unmodifiableList(talks);
    }
}
