package viva.avatar.recall;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the days that a question names, in English and Portuguese, relative to the instant at which it is asked: "in May", "last week", "two days ago", "em
 * maio", "semana passada". What has no year is the latest one that has begun.
 */
public final class DateReader {
    private static final String SHORT_YEAR = "(?:,?\\s+(?:de\\s+|of\\s+)?((?:19|20)\\d{2}))?";
    private static final String BEFORE_A_MONTH =
            "(?:in|during|since|last|this|until|by|early|late|mid|of|em|desde|durante|até|mês de|de)\\s+";

    /** The first that matches decides; the more exact come first. */
    private static final List<Rule> RULES = List.of(
            rule(
                    "\\b((?:19|20)\\d{2})-(\\d{2})-(\\d{2})\\b",
                    (found, today) -> day(number(found, 1), number(found, 2), number(found, 3))),
            rule(
                    "\\b(\\d{1,2})(?:st|nd|rd|th|º)?\\s+(?:of\\s+|de\\s+)?" + Months.NAME + "(?!\\p{L})" + SHORT_YEAR,
                    (found, today) -> dayOf(found.group(3), Months.month(found.group(2)), number(found, 1), today)),
            rule(
                    "\\b" + Months.NAME + "\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\d)" + SHORT_YEAR,
                    (found, today) -> dayOf(found.group(3), Months.month(found.group(1)), number(found, 2), today)),
            rule(
                    "\\b" + Months.NAME + ",?\\s+(?:de\\s+|of\\s+)?((?:19|20)\\d{2})\\b",
                    (found, today) -> month(YearMonth.of(number(found, 2), Months.month(found.group(1))))),
            rule(
                    "\\b" + BEFORE_A_MONTH + Months.NAME + "(?!\\p{L})",
                    (found, today) -> month(latest(Months.month(found.group(1)), today))),
            rule("\\b(?:day before yesterday|anteontem)\\b", (found, today) -> days(today.minusDays(2), 1)),
            rule("\\b(?:yesterday|last night|ontem)\\b", (found, today) -> days(today.minusDays(1), 1)),
            rule("\\b(?:today|tonight|this morning|hoje)\\b", (found, today) -> days(today, 1)),
            rule(
                    "\\b" + Months.COUNT + "\\s+(?:days?\\s+ago|dias?\\s+atrás)",
                    (found, today) -> daysAgo(Months.count(found.group(1)), today)),
            rule(
                    "\\bhá\\s+" + Months.COUNT + "\\s+dias?\\b",
                    (found, today) -> daysAgo(Months.count(found.group(1)), today)),
            rule(
                    "\\b" + Months.COUNT + "\\s+(?:weeks?\\s+ago|semanas?\\s+atrás)",
                    (found, today) -> week(today, Months.count(found.group(1)))),
            rule(
                    "\\bhá\\s+" + Months.COUNT + "\\s+semanas?\\b",
                    (found, today) -> week(today, Months.count(found.group(1)))),
            rule(
                    "\\b" + Months.COUNT + "\\s+(?:months?\\s+ago|m(?:ês|eses)\\s+atrás)",
                    (found, today) -> month(YearMonth.from(today).minusMonths(Months.count(found.group(1))))),
            rule(
                    "\\bhá\\s+" + Months.COUNT + "\\s+m(?:ês|eses)\\b",
                    (found, today) -> month(YearMonth.from(today).minusMonths(Months.count(found.group(1))))),
            rule(
                    "\\b" + Months.COUNT + "\\s+(?:years?\\s+ago|anos?\\s+atrás)",
                    (found, today) -> year(today.getYear() - Months.count(found.group(1)))),
            rule("\\b(?:last|past)\\s+weekend\\b|\\bfim de semana passado\\b", (found, today) -> weekend(today)),
            rule("\\b(?:last|past|previous)\\s+week\\b|\\bsemana passada\\b", (found, today) -> week(today, 1)),
            rule("\\bthis\\s+week\\b|\\bn?esta semana\\b", (found, today) -> week(today, 0)),
            rule(
                    "\\b(?:last|past|previous)\\s+month\\b|\\bmês passado\\b",
                    (found, today) -> month(YearMonth.from(today).minusMonths(1))),
            rule("\\bthis\\s+month\\b|\\bn?este mês\\b", (found, today) -> month(YearMonth.from(today))),
            rule("\\b(?:last|past|previous)\\s+year\\b|\\bano passado\\b", (found, today) -> year(today.getYear() - 1)),
            rule("\\bthis\\s+year\\b|\\bn?este ano\\b", (found, today) -> year(today.getYear())),
            rule("\\b(?:last|on|na|no)\\s+" + Months.WEEKDAY + "\\b", (found, today) -> weekday(found.group(1), today)),
            rule("\\b" + Months.WEEKDAY + "\\s+passad[ao]\\b", (found, today) -> weekday(found.group(1), today)),
            rule(
                    "\\b(?:in|during|of|since|em|de|durante|desde)\\s+((?:19|20)\\d{2})\\b",
                    (found, today) -> year(number(found, 1))));

    private DateReader() {}

    private record Rule(Pattern pattern, BiFunction<MatchResult, LocalDate, DateSpan> span) {
        /** Empty when it does not match, also when it matches no day that there is, such as 31 June. */
        Optional<DateSpan> read(String text, LocalDate today) {
            Matcher matcher = pattern.matcher(text);
            try {
                return matcher.find() ? Optional.of(span.apply(matcher, today)) : Optional.empty();
            } catch (DateTimeException noSuchDay) {
                return Optional.empty();
            }
        }
    }

    private static Rule rule(String pattern, BiFunction<MatchResult, LocalDate, DateSpan> span) {
        return new Rule(Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS), span);
    }

    /** The days that a question names; empty when it names none. */
    public static Optional<DateSpan> read(String question, Instant asked) {
        String text = Normalizer.normalize(question, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        LocalDate today = asked.atOffset(ZoneOffset.UTC).toLocalDate();
        return RULES.stream().flatMap(rule -> rule.read(text, today).stream()).findFirst();
    }

    private static int number(MatchResult found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static DateSpan day(int year, int month, int day) {
        return days(LocalDate.of(year, month, day), 1);
    }

    private static DateSpan dayOf(String year, int month, int day, LocalDate today) {
        int known = year == null ? latest(month, today).getYear() : Integer.parseInt(year);
        LocalDate date = LocalDate.of(known, month, day);
        return days(year == null && date.isAfter(today) ? date.minusYears(1) : date, 1);
    }

    private static DateSpan days(LocalDate first, int count) {
        return DateSpan.of(first, first.plusDays(count));
    }

    /** "A few days ago" is seldom exact: the day and its neighbours, from three days on. */
    private static DateSpan daysAgo(int count, LocalDate today) {
        LocalDate day = today.minusDays(count);
        return count < 3 ? days(day, 1) : DateSpan.of(day.minusDays(1), day.plusDays(2));
    }

    private static DateSpan week(LocalDate today, int ago) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return days(monday.minusWeeks(ago), 7);
    }

    private static DateSpan weekend(LocalDate today) {
        return days(today.with(TemporalAdjusters.previous(DayOfWeek.SATURDAY)), 2);
    }

    private static DateSpan weekday(String name, LocalDate today) {
        return days(today.with(TemporalAdjusters.previous(DayOfWeek.of(Months.weekday(name)))), 1);
    }

    private static DateSpan month(YearMonth month) {
        return DateSpan.of(month.atDay(1), month.plusMonths(1).atDay(1));
    }

    private static YearMonth latest(int month, LocalDate today) {
        YearMonth thisYear = YearMonth.of(today.getYear(), month);
        return thisYear.atDay(1).isAfter(today) ? thisYear.minusYears(1) : thisYear;
    }

    private static DateSpan year(int year) {
        return DateSpan.of(Year.of(year).atDay(1), Year.of(year + 1).atDay(1));
    }
}
