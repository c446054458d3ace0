package viva.avatar.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ages that a text states, in English and Portuguese: of whom it describes, not of children, siblings or things in it, and not of former times.
 * Where that cannot be told an age under {@value ProfileLimits#YOUNGEST} counts: who wrote the text can write it more clearly.
 *
 * @param minor the words by which it says that whom it describes is a minor; empty when it does not
 * @param teenager the words by which it calls them a teenager, who may be 18 or 19; empty when it does not
 * @param adult the first adult age that it states, in years
 */
public record StatedAge(Optional<String> minor, Optional<String> teenager, OptionalInt adult) {
    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("thirteen", 13),
            Map.entry("fourteen", 14),
            Map.entry("fifteen", 15),
            Map.entry("sixteen", 16),
            Map.entry("seventeen", 17),
            Map.entry("dez", 10),
            Map.entry("onze", 11),
            Map.entry("doze", 12),
            Map.entry("treze", 13),
            Map.entry("catorze", 14),
            Map.entry("quatorze", 14),
            Map.entry("quinze", 15),
            Map.entry("dezesseis", 16),
            Map.entry("dezasseis", 16),
            Map.entry("dezessete", 17),
            Map.entry("dezassete", 17));

    private static final String NUMBER = "(?<n>(?<![\\d.,'])(?<!\\d )(?:\\d{1,3}(?:[.,]\\d{3})+|\\d{1,7})(?!\\d)"
            + "|(?<![\\p{L}-])(?<!(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|and) )(?:"
            + String.join("|", WORDS.keySet()) + ")(?!\\p{L}))";

    /** What a bare age is followed by: the end of a statement, and no inches, decimals or units. */
    private static final String END =
            "(?!['.,]\\d)(?=\\s*(?:[.,;:!?)\\]\"*|+]|$|and\\b|but\\b|years?\\s*(?:[.,;!?]|$)))";

    private static final String HEDGE =
            "(?:(?:only|just|barely|still|about|around|almost|nearly|currently|now|roughly|maybe|like|to be|turning|apenas|só) ){0,3}";

    private static final String SELF =
            "(?:i'm|i am|i look|she's|she is|he's|he is|you're|you are|\\{\\{char\\}\\} is|\\{\\{char\\}\\}'s|name is)";

    private static final Pattern LABELLED = Pattern.compile("\\b(?:age[sd]?|idade)\\b[^\\p{L}\\p{N}\\n]{0,8}" + NUMBER
            + "(?!\\s*(?:centur|hundred|thousand|million|billion|millenn|decade|eon|aeon|mil\\b|milh|século|k\\b))");
    private static final Pattern YEARS = Pattern.compile(
            NUMBER
                    + "(?:[ -]{0,2}(?:years?|yrs?|months?|weeks?|days?)[ -]{1,2}olds?\\b|[ -]?y[./ ]?o\\b|[ -]years? of age\\b| anos de idade\\b)");
    private static final Pattern BARE =
            Pattern.compile("(?<!\\p{L})(?:" + SELF + "|(?:looks|looking|appears|seems)) " + HEDGE + NUMBER + END);
    private static final Pattern ANOS = Pattern.compile(
            "(?:\\b(?:tem|tenho|têm|com|de apenas)|(?:garot[ao]|menin[ao]|jovem|mulher|homem|rapaz|moça|estudante|alun[ao]) de) "
                    + HEDGE + NUMBER + " anos\\b(?! (?:de (?!idade)|atrás|mais|depois|antes|junt))");
    private static final Pattern BEFORE_EIGHTEEN = Pattern.compile(
            "\\b(?:almost|nearly|not yet|not even|not quite|about to turn|soon to be) (?:18|eighteen)\\b");

    private static final String COPULA =
            "(?:\\bis|'s|\\bam|'m|\\bare|'re|\\bas|\\bbeing|é|\\bage[sd]?\\b[^\\p{L}\\p{N}\\n]{1,8}) ?(?:still |just |basically )?(?:an? |uma? )?(?:very )?";
    private static final Pattern CALLED_A_MINOR = Pattern.compile(COPULA
            + "(?:minor(?=\\s*(?:[.,;:!?)\\]\"*]|$|and\\b|who\\b))|under-?\\s?aged?\\b|pre-?teen|toddler|infant\\b|loli\\b|shota\\b"
            + "|(?:little|small|young) (?:girl|boy|child|kid)\\b|(?:child|kid)\\b(?! (?:of|at|prodigy))(?!-)"
            + "|(?:elementary|primary|middle)[ -]school|menor de idade|criança\\b)");
    private static final Pattern CALLED_A_TEEN = Pattern.compile(COPULA + "(?:\\p{L}+ )?"
            + "(?:teen(?:ager|age)?s?\\b|adolescent|high[ -]school(?:er|girl|boy| student| girl| boy| freshman| sophomore| junior| senior)"
            + "|school(?:girl|boy)|adolescente)");

    private static final Set<String> MINOR_TAGS = Set.of(
            "loli",
            "lolicon",
            "shota",
            "shotacon",
            "underage",
            "under age",
            "minor",
            "child",
            "kid",
            "toddler",
            "preteen",
            "middle school",
            "menor",
            "criança");
    private static final Set<String> TEEN_TAGS = Set.of(
            "teen",
            "teens",
            "teenager",
            "teenage",
            "schoolgirl",
            "schoolboy",
            "high school",
            "high schooler",
            "high school student",
            "adolescent",
            "adolescente");

    private static final String KIN =
            "(?:step|half)?-?(?:sister|brother|sibling|son|daughter|child|children|kid|kids|niece|nephew|cousin|baby|twins|grandson|granddaughter"
                    + "|pupil|pupils|students|irmã|irmão|filh[ao]|filh[ao]s|sobrinh[ao])";
    private static final Pattern OF_KIN = Pattern.compile(
            "\\b(?:her|his|their|my|your|our|the|a|an|two|three|whose|named|little|younger|seu|sua|meu|minha|\\{\\{user\\}\\}'s) "
                    + "(?:\\p{L}+ )?" + KIN
                    + "\\b(?![^.!?\\n]*\\b(?:she|he|i|you|\\{\\{char\\}\\})\\b)[^.!?\\n]{0,25}$");
    private static final Pattern KIN_NEXT = Pattern.compile("^[ -]*(?:\\p{L}+ )?" + KIN + "\\b");
    private static final Pattern THING_NEXT = Pattern.compile(
            "^[ -]*(?:\\p{L}+ )?(?:car|truck|van|bike|whisk(?:e)?y|scotch|wine|rum|house|building|ship|dog|cat|horse|parrot|company|business"
                    + "|marriage|relationship|friendship|tradition|laptop|phone|shirt|jacket|hoodie|sword|book)\\b");
    private static final Pattern SELF_BEFORE = Pattern.compile(
            "(?:\\b(?:is|am|are|as)|'s|'m|'re) (?:\\{\\{user\\}\\}'s |\\p{L}+'s |my |your |the |an? )?(?:\\p{L}+ )?$");
    private static final Pattern FORMERLY = Pattern.compile(
            "\\b(?:(?:when|since|until|till|after|before|while) (?:\\S+ ){1,4}(?:was|were|turned) (?:only |just |about |a |an )*"
                    + "|(?:at|by|from|since|until|till|before|after|of|aos|desde os|até os)(?: the| about| around| an?| your?)?(?: young| tender| early)?(?: age of| age)? "
                    + "|as an? |(?:had|has) (?:just )?turned |turned |quando (?:\\S+ ){0,3}tinha )$");
    private static final Pattern FORMERLY_NEXT =
            Pattern.compile("^[^.!?\\n]{0,12}?\\b(?:when|at the time|back then|quando)\\b");

    private static final int CONTEXT = 80;

    /** A text that states more ages than this is not understood: all further ones count. */
    private static final int MOST_AGES = 500;

    /** What a text states. */
    public static StatedAge of(String text) {
        String plain = plain(text);
        List<Age> ages = ages(plain);
        return new StatedAge(
                ages.stream()
                        .filter(age -> age.years < ProfileLimits.YOUNGEST)
                        .map(age -> age.quote)
                        .findFirst()
                        .or(() -> first(BEFORE_EIGHTEEN, plain))
                        .or(() -> first(CALLED_A_MINOR, plain)),
                first(CALLED_A_TEEN, plain),
                ages.stream()
                        .mapToInt(age -> age.years)
                        .filter(years -> years >= ProfileLimits.YOUNGEST)
                        .findFirst());
    }

    /** Whether a keyword says by itself that somebody is a minor. */
    public static boolean isMinorTag(String tag) {
        String plain = plain(tag).strip().replace('-', ' ');
        return MINOR_TAGS.contains(plain) || of(plain).minor.isPresent();
    }

    /** Whether a keyword says that somebody is a teenager, who may be 18 or 19. */
    public static boolean isTeenagerTag(String tag) {
        return TEEN_TAGS.contains(plain(tag).strip().replace('-', ' '));
    }

    private record Age(int years, String quote) {}

    private static List<Age> ages(String plain) {
        List<Age> ages = new ArrayList<>();
        int found = 0;
        for (Pattern pattern : List.of(LABELLED, YEARS, BARE, ANOS)) {
            Matcher age = pattern.matcher(plain);
            while (found <= MOST_AGES && age.find()) {
                found++;
                if (found > MOST_AGES || isOfTheDescribed(plain, age.start(), age.start("n"), age.end())) {
                    ages.add(new Age(years(age), age.group().strip()));
                }
            }
        }
        return ages;
    }

    private static int years(MatchResult found) {
        String number = found.group("n");
        Integer word = WORDS.get(number);
        boolean fractionOfAYear = found.group().matches("(?s).*\\b(?:months?|weeks?|days?)\\b.*");
        int counted = word == null ? Integer.parseInt(number.replaceAll("[.,]", "")) : word;
        return fractionOfAYear ? Math.min(counted / 12, ProfileLimits.YOUNGEST) : counted;
    }

    private static boolean isOfTheDescribed(String plain, int from, int number, int to) {
        String before = plain.substring(Math.max(0, from - CONTEXT), from);
        String sentence = before.substring(Math.max(before.lastIndexOf('\n'), before.lastIndexOf(". ")) + 1);
        String upToNumber = sentence + plain.substring(from, number);
        String after = plain.substring(to, Math.min(plain.length(), to + CONTEXT));
        if (FORMERLY.matcher(sentence).find()
                || FORMERLY.matcher(upToNumber).find()
                || FORMERLY_NEXT.matcher(after).find()) {
            return false;
        }
        if (THING_NEXT.matcher(after).find()) {
            return false;
        }
        boolean self = SELF_BEFORE.matcher(sentence).find();
        return !OF_KIN.matcher(sentence).find()
                && (self || !KIN_NEXT.matcher(after).find());
    }

    private static Optional<String> first(Pattern pattern, String plain) {
        Matcher found = pattern.matcher(plain);
        return found.find() ? Optional.of(found.group().strip()) : Optional.empty();
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'')
                .replace('\u2011', '-')
                .replace('\u2013', '-')
                .replace('\u00a0', ' ')
                .replaceAll("[*_]+", "");
    }
}
