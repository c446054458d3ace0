package viva.system;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a query in PromQL asks for, as far as names go: the series that it selects and the labels that it groups by. It knows no more of the
 * language than that.
 *
 * @param selectors the series, with conditions on their labels
 * @param labels named in clauses such as {@code by (…)}
 */
record PromQuery(List<Selector> selectors, Set<String> labels) {
    private static final Pattern TOKEN =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|\\[[^]]*]|[a-zA-Z_:][\\w:]*|\\d[\\w.]*|[=!]~|!=|\\S");
    private static final Pattern WORD = Pattern.compile("[a-zA-Z_:][\\w:]*");
    private static final Set<String> CLAUSES = Set.of("by", "without", "on", "ignoring", "group_left", "group_right");
    private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "offset", "atan2");
    private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((.*),\\s*(\\w+)\\)");

    /** Series of one name whose labels meet all conditions. */
    record Selector(String name, List<Condition> conditions) {
        boolean selects(Map<String, String> found) {
            return conditions.stream().allMatch(condition -> condition.holds(found.getOrDefault(condition.label, "")));
        }
    }

    /** A condition on a label; a variable of Grafana may be anything. */
    record Condition(String label, String operator, String value) {
        boolean holds(String found) {
            return switch (operator) {
                case "=" -> found.equals(value);
                case "!=" -> !found.equals(value);
                case "=~" -> value.contains("$") || found.matches(value);
                case "!~" -> value.contains("$") || !found.matches(value);
                default -> throw new IllegalStateException("unknown operator: " + operator);
            };
        }
    }

    /** Reads a query, or the {@code label_values(…)} of a Grafana variable. */
    static PromQuery of(String text) {
        Matcher values = LABEL_VALUES.matcher(text);
        if (values.matches()) {
            PromQuery series = of(values.group(1));
            return new PromQuery(series.selectors, Set.of(values.group(2)));
        }
        return new Reader(text).read();
    }

    private static final class Reader {
        private final List<String> tokens = new ArrayList<>();
        private final List<Selector> selectors = new ArrayList<>();
        private final Set<String> labels = new LinkedHashSet<>();
        private int at;

        Reader(String text) {
            Matcher matcher = TOKEN.matcher(text);
            while (matcher.find()) {
                tokens.add(matcher.group());
            }
        }

        PromQuery read() {
            while (at < tokens.size()) {
                String token = tokens.get(at++);
                if (!WORD.matcher(token).matches() || OPERATORS.contains(token)) {
                    continue;
                }
                if (CLAUSES.contains(token)) {
                    clause();
                } else if (!isNext("(") && !isNext("by") && !isNext("without")) {
                    selectors.add(new Selector(token, isNext("{") ? conditions() : List.of()));
                }
            }
            return new PromQuery(selectors, labels);
        }

        private boolean isNext(String token) {
            return at < tokens.size() && tokens.get(at).equals(token);
        }

        private void clause() {
            while (isNext("(") || !tokens.get(at).equals(")")) {
                String token = tokens.get(at++);
                if (WORD.matcher(token).matches()) {
                    labels.add(token);
                }
            }
            at++;
        }

        private List<Condition> conditions() {
            List<Condition> conditions = new ArrayList<>();
            at++;
            while (!isNext("}")) {
                String value = tokens.get(at + 2);
                conditions.add(
                        new Condition(tokens.get(at), tokens.get(at + 1), value.substring(1, value.length() - 1)));
                at += 3;
                at += isNext(",") ? 1 : 0;
            }
            at++;
            return conditions;
        }
    }
}
