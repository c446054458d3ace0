package viva.avatar.recall;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import viva.avatar.memory.NormalText;

/**
 * What is asked of an avatar's memories.
 *
 * @param embedded the text whose vector is compared: without the participants' names, since in dialogues they are in every line
 * @param terms of that text
 * @param speakers those participants that it names, in normal form
 * @param realDates the days that it names, by the real calendar
 * @param worldDates the same by the world's, which is at another date
 */
public record Question(
        String embedded,
        Terms terms,
        Set<String> speakers,
        Optional<DateSpan> realDates,
        Optional<DateSpan> worldDates) {
    /**
     * Reads a question.
     *
     * @param participants whose lines there are, in normal form
     * @param terms of a text, without its function words
     */
    public static Question of(
            String text, Collection<String> participants, Moment asked, Function<String, Terms> terms) {
        Set<String> named = participants.stream()
                .filter(name -> (" " + NormalText.of(text) + " ").contains(" " + name + " "))
                .collect(Collectors.toUnmodifiableSet());
        String unnamed = without(text, named);
        return new Question(
                unnamed,
                terms.apply(unnamed),
                named,
                DateReader.read(text, asked.date(Ageing.REAL)),
                DateReader.read(text, asked.date(Ageing.WORLD)));
    }

    /** The text without names; with them when nothing else is in it. */
    private static String without(String text, Set<String> names) {
        String left = text;
        for (String name : names) {
            String letters = name.codePoints()
                    .mapToObj(letter ->
                            letter == ' ' ? "[^\\p{L}\\p{N}]+" : Pattern.quote(Character.toString(letter)) + "\\p{M}*")
                    .collect(Collectors.joining());
            left = Pattern.compile(
                            "(?<![\\p{L}\\p{N}])" + letters + "(?:['’]s)?(?![\\p{L}\\p{N}\\p{M}])",
                            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.CANON_EQ)
                    .matcher(left)
                    .replaceAll(" ");
        }
        left = left.replaceAll("\\s+", " ").strip();
        return NormalText.of(left).isEmpty() ? text.strip() : left;
    }

    private Optional<DateSpan> dates(Ageing ageing) {
        return switch (ageing) {
            case REAL -> realDates;
            case WORLD -> worldDates;
        };
    }

    boolean namesDates() {
        return realDates.isPresent() || worldDates.isPresent();
    }

    double dateFit(Remembered memory) {
        return dates(memory.ageing())
                .map(span -> span.fit(memory.occurred().date(memory.ageing())))
                .orElse(0.0);
    }

    double speakerFit(Remembered memory) {
        return memory.speaker() != null && speakers.contains(memory.speaker()) ? 1 : 0;
    }
}
