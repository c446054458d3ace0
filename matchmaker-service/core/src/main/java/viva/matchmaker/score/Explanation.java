package viva.matchmaker.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import viva.contracts.Personality;

/** Says in words why two avatars suit each other: their strongest part first, then their weakest. */
public final class Explanation {
    private static final double GOOD = 0.6;
    private static final int NAMED = 3;

    private Explanation() {}

    private enum Part {
        PERSONALITY,
        INTERESTS,
        VALUES,
        COMMUNICATION
    }

    private record Rated(Part part, double score) {}

    /** One sentence in English, the same for both sides. */
    public static String of(Personality a, Personality b, Score score) {
        List<Rated> parts = new ArrayList<>(List.of(
                new Rated(Part.PERSONALITY, score.personality()),
                new Rated(Part.COMMUNICATION, score.communication())));
        score.interests().ifPresent(known -> parts.add(new Rated(Part.INTERESTS, known)));
        score.values().ifPresent(known -> parts.add(new Rated(Part.VALUES, known)));
        parts.sort(Comparator.comparingDouble(Rated::score).reversed().thenComparing(Rated::part));
        return capitalised(strength(parts.getFirst(), a, b)) + "; " + weakness(parts.getLast(), a, b) + ".";
    }

    private static String strength(Rated strongest, Personality a, Personality b) {
        return switch (strongest.part()) {
            case PERSONALITY -> "their temperaments go well together";
            case INTERESTS -> "they share " + named(shared(a.interests(), b.interests()), "interests");
            case VALUES -> "they both care about " + named(shared(a.values(), b.values()), "much");
            case COMMUNICATION ->
                a.humorStyle() == b.humorStyle() ? "they laugh at the same things" : "they find words for each other";
        };
    }

    private static String weakness(Rated weakest, Personality a, Personality b) {
        if (weakest.score() >= GOOD) {
            return "nothing stands between them";
        }
        return switch (weakest.part()) {
            case PERSONALITY -> "their temperaments may clash";
            case INTERESTS ->
                shared(a.interests(), b.interests()).isEmpty()
                        ? "they would have to discover each other's interests"
                        : "few of their interests are the same";
            case VALUES ->
                shared(a.values(), b.values()).isEmpty()
                        ? "what matters to one does not yet matter to the other"
                        : "not all that matters to one matters to the other";
            case COMMUNICATION -> "they have to learn each other's way to joke and to show affection";
        };
    }

    private static Set<String> shared(List<String> one, List<String> other) {
        return Tags.of(one).shared(Tags.of(other));
    }

    private static String named(Set<String> words, String otherwise) {
        return words.isEmpty() ? otherwise : words.stream().limit(NAMED).collect(Collectors.joining(", "));
    }

    private static String capitalised(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
