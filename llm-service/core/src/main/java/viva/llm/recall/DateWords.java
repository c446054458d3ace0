package viva.llm.recall;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import viva.llm.hearing.PlainText;

/** Dates to come as they are said in a language: {@code on Friday}, {@code in two weeks}, {@code dia 3 de maio}. */
final class DateWords {
    /**
     * A date that was found.
     *
     * @param words as they stand in the text
     * @param date the day, where the words name one
     */
    record Found(String words, Optional<LocalDate> date) {
        /** {@code 2026-12-04}, or the words where they name no day. */
        String value() {
            return date.map(LocalDate::toString).orElse(words);
        }
    }

    private record Rule(Pattern pattern, BiFunction<MatchResult, LocalDate, LocalDate> day) {}

    private static final int DAYS = 7;

    private final List<Rule> rules = new ArrayList<>();
    private final List<String> weekdays;
    private final List<String> months;
    private final Map<String, Integer> numbers;

    private DateWords(List<String> weekdays, List<String> months, Map<String, Integer> numbers) {
        this.weekdays = weekdays;
        this.months = months;
        this.numbers = numbers;
    }

    static DateWords english() {
        DateWords words = new DateWords(
                List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
                List.of(
                        "january",
                        "february",
                        "march",
                        "april",
                        "may",
                        "june",
                        "july",
                        "august",
                        "september",
                        "october",
                        "november",
                        "december"),
                Map.of("a", 1, "one", 1, "two", 2, "three", 3, "four", 4, "five", 5, "six", 6, "ten", 10));
        words.rule("(?:the )?day after tomorrow", (_, today) -> today.plusDays(2));
        words.rule("tomorrow(?: (?:morning|afternoon|evening|night))?", (_, today) -> today.plusDays(1));
        words.rule("today|tonight|this (?:morning|afternoon|evening)", (_, today) -> today);
        words.rule("(?:on )?(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (%m)(?:,? (\\d{4}))?", words::dayAndMonth);
        words.rule("(?:on )?(%m) (?:the )?(\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (\\d{4}))?", words::monthAndDay);
        words.rule("(?:on )?next (%w)", words::weekdayOfNextWeek);
        words.rule("(?:on |this |this coming )?(%w)(?: (?:morning|afternoon|evening|night))?", words::weekday);
        words.rule("in (\\d{1,3}|%n) days?", (m, today) -> today.plusDays(words.number(m.group(1))));
        words.rule("in (\\d{1,2}|%n) weeks?", (m, today) -> today.plusWeeks(words.number(m.group(1))));
        words.rule("in (\\d{1,2}|%n) months?", (m, today) -> today.plusMonths(words.number(m.group(1))));
        words.rule("on the (\\d{1,2})(?:st|nd|rd|th)", words::dayOfMonth);
        words.rule(
                "(?:in|next|this) (?:%m)(?: \\d{4})?|next (?:week|weekend|month|year|spring|summer|autumn|winter)",
                DateWords::noDay);
        words.rule("(?:this|at the|over the) weekend|(?:at|for|over) (?:christmas|easter)|in \\d{4}", DateWords::noDay);
        return words;
    }

    static DateWords portuguese() {
        DateWords words = new DateWords(
                List.of("segunda", "terca", "quarta", "quinta", "sexta", "sabado", "domingo"),
                List.of(
                        "janeiro",
                        "fevereiro",
                        "marco",
                        "abril",
                        "maio",
                        "junho",
                        "julho",
                        "agosto",
                        "setembro",
                        "outubro",
                        "novembro",
                        "dezembro"),
                Map.of(
                        "um", 1, "uma", 1, "dois", 2, "duas", 2, "tres", 3, "quatro", 4, "cinco", 5, "seis", 6, "dez",
                        10));
        words.rule("depois de amanha", (_, today) -> today.plusDays(2));
        words.rule("amanha(?: (?:cedo|de manha|a tarde|a noite))?", (_, today) -> today.plusDays(1));
        words.rule("hoje(?: (?:a tarde|a noite|mais tarde))?", (_, today) -> today);
        words.rule("(?:no )?(?:dia )?(\\d{1,2}) de (%m)(?: de (\\d{4}))?", words::dayAndMonth);
        words.rule("(?:na |no )?(%w)(?:-feira| feira)? da semana que vem", words::weekdayOfNextWeek);
        words.rule(
                "(?:(?:n[ao]|nesta|neste|na proxima|no proximo) )?(%w)(?:-feira| feira)?(?: que vem)?(?: de manha| a tarde| a"
                        + " noite)?",
                words::weekday);
        words.rule("(?:em|daqui a) (\\d{1,3}|%n) dias?", (m, today) -> today.plusDays(words.number(m.group(1))));
        words.rule("(?:em|daqui a) (\\d{1,2}|%n) semanas?", (m, today) -> today.plusWeeks(words.number(m.group(1))));
        words.rule("(?:em|daqui a) (\\d{1,2}|%n) mes(?:es)?", (m, today) -> today.plusMonths(words.number(m.group(1))));
        words.rule("(?:no )?dia (\\d{1,2})", words::dayOfMonth);
        words.rule(
                "(?:semana|mes|ano|fim de semana) que vem|(?:na proxima|no proximo) (?:semana|mes|ano)",
                DateWords::noDay);
        words.rule(
                "em (?:%m)(?: de \\d{4})?|n[oa] (?:natal|pascoa|carnaval|verao|inverno|ferias|ano novo)|em \\d{4}",
                DateWords::noDay);
        return words;
    }

    /** Words that name a time to come and no day; null stands for none within a rule. */
    private static LocalDate noDay(MatchResult match, LocalDate today) {
        return null;
    }

    private void rule(String regex, BiFunction<MatchResult, LocalDate, LocalDate> day) {
        String filled = regex.replace("%w", String.join("|", weekdays))
                .replace("%m", String.join("|", months))
                .replace("%n", numbers.keySet().stream().sorted().collect(Collectors.joining("|")));
        rules.add(new Rule(Pattern.compile("\\b(?:" + filled + ")\\b"), day));
    }

    /** The first date of a text by the order of the rules; the most exact ones stand first. */
    Optional<Found> in(String text, LocalDate today) {
        String folded = folded(text);
        for (Rule rule : rules) {
            Matcher matcher = rule.pattern().matcher(folded);
            if (matcher.find()) {
                LocalDate day;
                try {
                    day = rule.day().apply(matcher.toMatchResult(), today);
                } catch (DateTimeException noSuchDay) {
                    continue;
                }
                String words = folded.length() == text.length()
                        ? text.substring(matcher.start(), matcher.end())
                        : matcher.group();
                return Optional.of(new Found(words, Optional.ofNullable(day)));
            }
        }
        return Optional.empty();
    }

    /** A text without the words of its date. */
    String without(String text) {
        String rest = folded(text);
        for (Rule rule : rules) {
            rest = rule.pattern().matcher(rest).replaceAll(" ");
        }
        return rest.strip().replaceAll(" +", " ");
    }

    /** Folded word by word, so that signs stay where they are. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                end++;
            }
            if (end > at) {
                folded.append(PlainText.folded(text.substring(at, end)));
                at = end;
            } else {
                folded.append(text.charAt(at++));
            }
        }
        return folded.toString();
    }

    private int number(String word) {
        Integer known = numbers.get(word);
        return known == null ? Integer.parseInt(word) : known;
    }

    private LocalDate weekday(MatchResult match, LocalDate today) {
        return today.with(TemporalAdjusters.next(DayOfWeek.of(weekdays.indexOf(match.group(1)) + 1)));
    }

    private LocalDate weekdayOfNextWeek(MatchResult match, LocalDate today) {
        return today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).plusDays(weekdays.indexOf(match.group(1)) % DAYS);
    }

    private LocalDate dayAndMonth(MatchResult match, LocalDate today) {
        return date(match.group(1), match.group(2), match.group(3), today);
    }

    private LocalDate monthAndDay(MatchResult match, LocalDate today) {
        return date(match.group(2), match.group(1), match.group(3), today);
    }

    private LocalDate date(String day, String month, String year, LocalDate today) {
        int known = year == null ? today.getYear() : Year.parse(year).getValue();
        LocalDate date = LocalDate.of(known, months.indexOf(month) + 1, Integer.parseInt(day));
        return year == null && date.isBefore(today) ? date.plusYears(1) : date;
    }

    private LocalDate dayOfMonth(MatchResult match, LocalDate today) {
        LocalDate date = today.withDayOfMonth(Integer.parseInt(match.group(1)));
        return date.isBefore(today) ? date.plusMonths(1) : date;
    }
}
