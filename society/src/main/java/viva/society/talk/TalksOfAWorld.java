package viva.society.talk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import viva.contracts.WorldTime;
import viva.society.world.Society;
import viva.society.world.WorldPlan;

/** The conversations of a world of its own, in words: the same for the same plan and locale on every machine. */
public final class TalksOfAWorld {
    /** So few that within the days of {@link #small} some become friends and lovers. */
    private static final int AVATARS = 10;

    private static final int DAYS = 75;

    private TalksOfAWorld() {}

    /** A world of {@value #AVATARS} avatars for {@value #DAYS} days: about 1,100 conversations, from first meetings to couples. */
    public static WorldPlan small(long seed) {
        return new WorldPlan(AVATARS, DAYS, seed, WorldTime.parse("2030-01-01T17:00:00Z"));
    }

    /** Lives {@code plan} through and words the conversations that begin in it, in their order, once for each locale. */
    public static Map<String, List<WordedTalk>> of(WorldPlan plan, List<String> locales) {
        Map<String, List<WordedTalk>> talks = new LinkedHashMap<>();
        try (Society society = new Society(plan, 1)) {
            List<Wording> wordings = locales.stream()
                    .map(locale -> new Wording(society.lives(), locale))
                    .toList();
            locales.forEach(locale -> talks.put(locale, new ArrayList<>()));
            society.watch((encounter, host) ->
                    wordings.forEach(wording -> talks.get(wording.locale()).add(wording.of(encounter, host))));
            society.live((worldMillis, ticks) -> {});
        }
        return talks;
    }

    /** {@code count} of {@code talks} at even distances, or all where there are fewer. */
    public static List<WordedTalk> sample(List<WordedTalk> talks, int count) {
        int size = Math.min(count, talks.size());
        return IntStream.range(0, size)
                .mapToObj(index -> talks.get((int) ((long) index * talks.size() / size)))
                .toList();
    }
}
