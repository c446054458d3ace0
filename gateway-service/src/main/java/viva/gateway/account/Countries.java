package viva.gateway.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * In which country an owner is, as far as locale and time zone tell. The zone comes first: browsers say {@code en-US} all over the world, and
 * who is far from home needs what is near. A zone that says nothing, such as UTC, leaves the region of the locale; where the two contradict
 * each other and the zone's country is not known, nothing is known.
 */
final class Countries {
    private static final String ZONES = "zones.txt";
    private static final Pattern NOWHERE = Pattern.compile("Etc/.*|UTC|UCT|GMT|GMT0|Zulu|Universal|Greenwich");
    private static final Pattern ISO_3166 = Pattern.compile("[A-Z]{2}");
    private static final Map<String, String> BY_ZONE = load();
    private static final Set<String> LISTED = Collections.unmodifiableSet(new HashSet<>(BY_ZONE.values()));

    private Countries() {}

    /**
     * An ISO 3166 code; null when it is not known.
     *
     * @param locale a BCP 47 tag, or null
     * @param timezone an IANA name, or null
     */
    static String of(String locale, String timezone) {
        String there = timezone == null ? null : BY_ZONE.get(timezone);
        if (there != null) {
            return there;
        }
        String region = locale == null ? "" : Locale.forLanguageTag(locale).getCountry();
        boolean contradicted = timezone != null && !NOWHERE.matcher(timezone).matches() && LISTED.contains(region);
        return contradicted || !ISO_3166.matcher(region).matches() ? null : region;
    }

    private static Map<String, String> load() {
        Map<String, String> countries = new HashMap<>();
        try (InputStream in = Countries.class.getResourceAsStream(ZONES);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] parts = line.split(": ", 2);
                for (String zone : parts[1].split(" ", -1)) {
                    countries.put(zone, parts[0]);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + ZONES, e);
        }
        return countries;
    }
}
