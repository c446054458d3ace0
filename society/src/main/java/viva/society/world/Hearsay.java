package viva.society.world;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import viva.contracts.AvatarId;
import viva.contracts.WorldTime;
import viva.contracts.message.MatchFoundV1;
import viva.contracts.message.ProspectV1;
import viva.matchmaker.index.Found;
import viva.matchmaker.index.Person;
import viva.matchmaker.index.PersonIndex;
import viva.matchmaker.score.MatchRules;

/** Whom avatars hear of before they meet: the best that the matchmaker finds for them in their own town, and those for whom it finds them. */
final class Hearsay {
    /** A scan is exact and costs as much as there are people in the town. */
    private static final int TOWN = 5_000;

    private final MatchRules rules = MatchRules.DEFAULT;
    private final Interactions interactions;
    private final WorldTime at;
    private final Set<Told> told = new HashSet<>();
    private final Map<AvatarId, Integer> found = new HashMap<>();

    /** An avatar was told of another. */
    private record Told(AvatarId avatar, AvatarId other) {}

    private Hearsay(Interactions interactions, WorldTime at) {
        this.interactions = interactions;
        this.at = at;
    }

    static void spread(Inhabitant[] people, Interactions interactions, WorldTime at) {
        for (int from = 0; from < people.length; from += TOWN) {
            List<Inhabitant> town = List.of(people).subList(from, Math.min(people.length, from + TOWN));
            new Hearsay(interactions, at).tell(town);
        }
    }

    private void tell(List<Inhabitant> town) {
        PersonIndex index = new PersonIndex();
        for (Inhabitant one : town) {
            index.put(new Person(one.id(), one.resident().owner(), one.personality()));
        }
        for (Inhabitant one : town) {
            for (Found match : index.best(one.id(), rules.toldPerAvatar(), List.of())) {
                if (match.total() >= rules.goodMatch()) {
                    tellFinder(one.id(), match);
                    tellFound(match, one.id());
                }
            }
        }
    }

    private void tellFinder(AvatarId finder, Found match) {
        if (told.add(new Told(finder, match.id()))) {
            tell(finder, match.id(), match.total());
        }
    }

    private void tellFound(Found match, AvatarId finder) {
        Told news = new Told(match.id(), finder);
        if (!told.contains(news) && found.merge(match.id(), 1, Integer::sum) <= rules.foundPerDay()) {
            told.add(news);
            tell(match.id(), finder, match.total());
        }
    }

    private void tell(AvatarId avatar, AvatarId other, double score) {
        interactions.command(ProspectV1.of(new MatchFoundV1(avatar, other, null, score), at), at);
    }
}
