package viva.avatar.recall;

import java.util.HashMap;
import java.util.Map;

/** Names of months, weekdays and small numbers in English and Portuguese, in lower case. */
final class Months {
    static final String NAME = "(january|february|march|april|may|june|july|august|september|october|november|december"
            + "|janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro"
            + "|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|fev|abr|mai|ago|set|out|dez)\\.?";

    static final String WEEKDAY = "(monday|tuesday|wednesday|thursday|friday|saturday|sunday"
            + "|segunda|terça|quarta|quinta|sexta|sábado|domingo)(?:-feira)?";

    static final String COUNT =
            "(\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|um|uma|dois|duas|três|quatro|cinco|seis|sete|oito|nove|dez)";

    private static final Map<String, Integer> MONTHS = new HashMap<>();
    private static final Map<String, Integer> WEEKDAYS = new HashMap<>();
    private static final Map<String, Integer> COUNTS = new HashMap<>();

    static {
        number(
                MONTHS,
                "january jan janeiro,february feb fevereiro fev,march mar março,april apr abril abr,may maio mai,june jun junho,"
                        + "july jul julho,august aug agosto ago,september sept sep setembro set,october oct outubro out,november nov novembro,"
                        + "december dec dezembro dez");
        number(
                WEEKDAYS,
                "monday segunda,tuesday terça,wednesday quarta,thursday quinta,friday sexta,saturday sábado,sunday domingo");
        number(
                COUNTS,
                "a an one um uma,two dois duas,three três,four quatro,five cinco,six seis,seven sete,eight oito,nine nove,ten dez");
    }

    private Months() {}

    private static void number(Map<String, Integer> numbers, String groups) {
        int number = 1;
        for (String group : groups.split(",", -1)) {
            for (String name : group.split(" ", -1)) {
                numbers.put(name, number);
            }
            number++;
        }
    }

    /** In [1, 12]. */
    static int month(String name) {
        return MONTHS.get(name);
    }

    /** In [1, 7], Monday first. */
    static int weekday(String name) {
        return WEEKDAYS.get(name);
    }

    static int count(String text) {
        Integer known = COUNTS.get(text);
        return known == null ? Integer.parseInt(text) : known;
    }
}
