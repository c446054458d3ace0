package viva.load.dialogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which turns hold the answer to a question. LoCoMo has several ids in one text ({@code D8:6; D9:17}), brackets, leading zeros and a colon too many
 * ({@code D30:05}, {@code D:11:26}); what still names no turn is kept apart.
 */
record Evidence(Set<String> ids, List<String> unknown) {
    private static final Pattern ID = Pattern.compile("D:?0*(\\d+):0*(\\d+)");

    static Evidence of(Collection<String> texts, Set<String> turns) {
        Set<String> ids = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        for (String text : texts) {
            if (turns.contains(text)) {
                ids.add(text);
                continue;
            }
            List<String> named = named(text);
            named.stream().filter(turns::contains).forEach(ids::add);
            if (named.isEmpty() || !turns.containsAll(named)) {
                unknown.add(text);
            }
        }
        return new Evidence(ids, unknown);
    }

    private static List<String> named(String text) {
        List<String> ids = new ArrayList<>();
        Matcher id = ID.matcher(text);
        while (id.find()) {
            ids.add("D" + id.group(1) + ":" + id.group(2));
        }
        return ids;
    }
}
