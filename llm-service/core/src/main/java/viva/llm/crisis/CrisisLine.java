package viva.llm.crisis;

import java.util.List;

/**
 * A crisis line.
 *
 * @param countries ISO 3166 codes; empty for what helps anywhere
 * @param name of the service, as it calls itself
 * @param number as it is dialled there; null where there is only a page
 * @param link a page without its scheme, such as {@code cvv.org.br}
 * @param source where the entry was taken from
 * @param taken when it was taken, ISO 8601; the runbook says how it is checked
 */
public record CrisisLine(List<String> countries, String name, String number, String link, String source, String taken) {
    public CrisisLine {
        countries = List.copyOf(countries);
    }
}
