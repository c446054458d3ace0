package viva.llm.understanding;

/** Written laughter of four languages, however long. */
final class Laughter {
    static final String TOKEN = "haha";
    private static final int SHORTEST_OF_ONE_LETTER = 3;

    private Laughter() {}

    /** The token when a folded word is a laugh, else null. */
    static String of(String word) {
        if (word.length() >= SHORTEST_OF_ONE_LETTER && word.chars().allMatch(c -> c == 'k')) {
            return TOKEN;
        }
        if (word.length() >= 4 && (isMadeOf(word, "ha") || isMadeOf(word, "he") || isMadeOf(word, "hi"))) {
            return TOKEN;
        }
        if (word.length() >= 4 && (isMadeOf(word, "ja") || isMadeOf(word, "je") || isMadeOf(word, "rs"))) {
            return TOKEN;
        }
        boolean keys = word.length() >= 5 && (isMadeOf(word, "hau") || isMadeOf(word, "hua") || isMadeOf(word, "ksa"));
        boolean loud = word.startsWith("lmao") || word.startsWith("lmfao") || word.startsWith("rofl");
        return keys || loud || word.matches("lo+l|lo+lo+l|xd+|rs|ashuas\\w*|huehue\\w*") ? TOKEN : null;
    }

    private static boolean isMadeOf(String word, String letters) {
        boolean all = word.chars().allMatch(c -> letters.indexOf(c) >= 0);
        if (!all) {
            return false;
        }
        int changes = 0;
        for (int i = 1; i < word.length(); i++) {
            changes += word.charAt(i) == word.charAt(i - 1) ? 0 : 1;
        }
        return changes >= 3 && changes * 2 >= word.length() - 1;
    }
}
