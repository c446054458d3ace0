package viva.llm.safety;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Mends misspelt key words: an unknown word that is one slip away from a key word is taken for it. */
final class Typos {
    /** Shorter words have too many neighbours. */
    private static final int SHORTEST = 4;

    private final Set<String> known;
    private final Map<Integer, List<String>> keyWords = new HashMap<>();

    /** @param known words that are right as they are */
    Typos(Set<String> keyWords, Set<String> known) {
        this.known = new HashSet<>(known);
        this.known.addAll(keyWords);
        for (String word : keyWords.stream().sorted().toList()) {
            if (word.length() >= SHORTEST) {
                this.keyWords
                        .computeIfAbsent(word.length(), _ -> new ArrayList<>())
                        .add(word);
            }
        }
    }

    List<String> mended(List<String> tokens) {
        List<String> out = new ArrayList<>(tokens.size());
        for (String token : tokens) {
            out.add(mended(token));
        }
        return out;
    }

    private String mended(String token) {
        if (token.length() < SHORTEST || known.contains(token) || token.chars().anyMatch(c -> c < 'a' || c > 'z')) {
            return token;
        }
        for (int length = token.length(); length <= token.length() + 1; length++) {
            for (String word : keyWords.getOrDefault(length, List.of())) {
                if (isOneSlip(token, word)) {
                    return word;
                }
            }
        }
        for (String word : keyWords.getOrDefault(token.length() - 1, List.of())) {
            if (isOneSlip(word, token)) {
                return word;
            }
        }
        return token;
    }

    /** Whether two words differ by one letter, by two neighbours that changed places, or by a letter that the longer one has more. */
    static boolean isOneSlip(String one, String longer) {
        int same = 0;
        while (same < one.length() && one.charAt(same) == longer.charAt(same)) {
            same++;
        }
        if (longer.length() > one.length()) {
            return one.substring(same).equals(longer.substring(same + 1));
        }
        if (same == one.length()) {
            return true;
        }
        if (one.substring(same + 1).equals(longer.substring(same + 1))) {
            return true;
        }
        return same + 1 < one.length()
                && one.charAt(same) == longer.charAt(same + 1)
                && one.charAt(same + 1) == longer.charAt(same)
                && one.substring(same + 2).equals(longer.substring(same + 2));
    }
}
