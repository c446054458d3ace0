package viva.llm.remembering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import viva.llm.hearing.Gist;
import viva.llm.hearing.Heard;
import viva.llm.hearing.Listener;
import viva.llm.hearing.PlainText;
import viva.llm.phrasebook.Language;
import viva.llm.recall.MemoryText;
import viva.llm.remembering.OwnersWords.Worth;

/** What a chat was about. Weights are ours. */
final class ChatWords {
    private static final int MOST_LINES = 3;
    private static final int LINE_CHARS = 160;
    private static final int MOST_GIST_CHARS = 180;

    /** So many words are a line that says something. */
    private static final int FEWEST_WORDS = 4;

    private static final double PER_WORD = .08;
    private static final double LONGEST = 1.5;
    private static final double MOVING = 2;

    private final Listener listener;

    ChatWords(Listener listener) {
        this.listener = listener;
    }

    /** @param fact whether it tells a fact, which is remembered by itself and may be superseded: it is not quoted again */
    private record Line(String text, Heard heard, double weight, boolean fact, int at) {}

    /**
     * What a chat was about.
     *
     * @param tellsFact whether a line tells a fact
     */
    Optional<Worth> of(List<String> said, Language language, Predicate<String> tellsFact) {
        List<Line> lines = new ArrayList<>();
        boolean inDanger = false;
        for (int at = 0; at < said.size(); at++) {
            Heard heard = listener.hear(said.get(at), language);
            inDanger |= heard.gist() == Gist.DISTRESS;
            double weight = weight(said.get(at), heard);
            if (weight > 0 && listener.maySayAgain(said.get(at))) {
                lines.add(new Line(text(said.get(at)), heard, weight, tellsFact.test(said.get(at)), at));
            }
        }
        if (inDanger) {
            return Optional.of(new Worth(unwell(language) + ".", unwell(language), Optional.empty(), .8, true));
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(worth(lines, language));
    }

    private static Worth worth(List<Line> lines, Language language) {
        List<String> quoted = weightiest(
                        lines.stream().filter(line -> !line.fact()).toList())
                .stream()
                .map(Line::text)
                .toList();
        String gist = gist(weightiest(lines), language);
        double heaviest = lines.stream().mapToDouble(Line::weight).max().orElse(0);
        boolean moving = heaviest >= MOVING;
        return new Worth(
                quoted.isEmpty() ? gist + "." : gist + ". " + MemoryText.ofChat(quoted, language),
                gist,
                Optional.empty(),
                moving ? .7 : .3 + .1 * heaviest,
                moving);
    }

    private static List<Line> weightiest(List<Line> lines) {
        return lines.stream()
                .sorted(Comparator.comparingDouble(Line::weight).reversed())
                .limit(MOST_LINES)
                .sorted(Comparator.comparingInt(Line::at))
                .toList();
    }

    /** Questions, wishes to forget and small talk weigh nothing. */
    private static double weight(String text, Heard heard) {
        int words = text.strip().split("\\s+", -1).length;
        if (words < FEWEST_WORDS
                || text.strip().endsWith("?")
                || ForgetWishes.about(text).isPresent()) {
            return 0;
        }
        double length = Math.min(LONGEST, PER_WORD * words);
        return length
                + switch (heard.gist()) {
                    case GRIEF, BAD_NEWS, GOOD_NEWS, LOVE, MISSING_YOU -> MOVING;
                    case TELLS_FACT, INTRODUCTION, STORY -> 1;
                    default -> 0;
                };
    }

    private static String text(String line) {
        String plain = PlainText.spoken(line).replaceAll("[“”\"«»„\\s]+", " ").strip();
        return plain.length() <= LINE_CHARS
                ? plain
                : plain.substring(0, Math.max(1, plain.lastIndexOf(' ', LINE_CHARS))) + " …";
    }

    private static String gist(List<Line> lines, Language language) {
        String topics = lines.stream()
                .flatMap(line -> line.heard().topic().stream())
                .distinct()
                .collect(Collectors.joining(", "));
        String talk = switch (language) {
            case ENGLISH -> "A talk with my owner";
            case PORTUGUESE -> "Uma conversa com minha pessoa";
            case SPANISH -> "Una charla con mi persona";
            case GERMAN -> "Ein Gespräch mit meinem Menschen";
        };
        String about = switch (language) {
            case ENGLISH -> " about ";
            case PORTUGUESE, SPANISH -> " sobre ";
            case GERMAN -> " über ";
        };
        String gist = topics.isEmpty() ? talk : talk + about + topics;
        return gist.length() <= MOST_GIST_CHARS ? gist : gist.substring(0, MOST_GIST_CHARS);
    }

    private static String unwell(Language language) {
        return switch (language) {
            case ENGLISH -> "My owner was not well, and we talked about it";
            case PORTUGUESE -> "Minha pessoa não estava bem, e a gente conversou sobre isso";
            case SPANISH -> "Mi persona no estaba bien, y hablamos de eso";
            case GERMAN -> "Meinem Menschen ging es nicht gut, und wir haben darüber gesprochen";
        };
    }
}
