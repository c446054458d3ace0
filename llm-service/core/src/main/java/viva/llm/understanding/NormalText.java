package viva.llm.understanding;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words of a chat message in one spelling: lower case, no accents, no apostrophes, drawn-out letters and laughter shortened,
 * unambiguous chat abbreviations written out, emoji and closing signs as tokens of their own.
 *
 * @param tokens at most {@value #MOST_TOKENS}
 */
record NormalText(List<String> tokens) {
    static final int MOST_TOKENS = 160;

    /** Characters that are looked at: what a message is for shows at its beginning, or at its end, which is kept too. */
    private static final int MOST_CHARS = 1_200;

    private static final String NUMBER = "#";

    /** Only what is short for the same in every language that has it. */
    private static final Map<String, String> ABBREVIATIONS = Map.ofEntries(
            Map.entry("u", "you"),
            Map.entry("ur", "your"),
            Map.entry("youre", "you are"),
            Map.entry("r", "are"),
            Map.entry("im", "i am"),
            Map.entry("ima", "i am going to"),
            Map.entry("wyd", "what are you doing"),
            Map.entry("hru", "how are you"),
            Map.entry("hbu", "how about you"),
            Map.entry("wbu", "what about you"),
            Map.entry("idk", "i dont know"),
            Map.entry("idc", "i dont care"),
            Map.entry("gn", "good night"),
            Map.entry("gnite", "good night"),
            Map.entry("nite", "night"),
            Map.entry("ty", "thank you"),
            Map.entry("tysm", "thank you so much"),
            Map.entry("thx", "thanks"),
            Map.entry("thnx", "thanks"),
            Map.entry("tks", "thanks"),
            Map.entry("ily", "i love you"),
            Map.entry("ilysm", "i love you so much"),
            Map.entry("imy", "i miss you"),
            Map.entry("brb", "be right back"),
            Map.entry("ttyl", "talk to you later"),
            Map.entry("g2g", "got to go"),
            Map.entry("gtg", "got to go"),
            Map.entry("gotta", "got to"),
            Map.entry("gonna", "going to"),
            Map.entry("wanna", "want to"),
            Map.entry("cuz", "because"),
            Map.entry("bc", "because"),
            Map.entry("pls", "please"),
            Map.entry("plz", "please"),
            Map.entry("rn", "right now"),
            Map.entry("kms", "kill myself"),
            Map.entry("kys", "kill yourself"),
            Map.entry("unalive", "kill"),
            Map.entry("dont", "do not"),
            Map.entry("doesnt", "does not"),
            Map.entry("didnt", "did not"),
            Map.entry("isnt", "is not"),
            Map.entry("arent", "are not"),
            Map.entry("wasnt", "was not"),
            Map.entry("cant", "can not"),
            Map.entry("cannot", "can not"),
            Map.entry("couldnt", "could not"),
            Map.entry("wouldnt", "would not"),
            Map.entry("wont", "will not"),
            Map.entry("ive", "i have"),
            Map.entry("whats", "what is"),
            Map.entry("hows", "how is"),
            Map.entry("wheres", "where is"),
            Map.entry("whos", "who is"),
            Map.entry("thats", "that is"),
            Map.entry("lets", "let us"),
            Map.entry("vc", "voce"),
            Map.entry("ce", "voce"),
            Map.entry("vcs", "voces"),
            Map.entry("oce", "voce"),
            Map.entry("tb", "tambem"),
            Map.entry("tbm", "tambem"),
            Map.entry("pq", "porque"),
            Map.entry("oq", "o que"),
            Map.entry("oque", "o que"),
            Map.entry("blz", "beleza"),
            Map.entry("obg", "obrigado"),
            Map.entry("obgd", "obrigado"),
            Map.entry("obrigada", "obrigado"),
            Map.entry("vlw", "valeu"),
            Map.entry("flw", "falou"),
            Map.entry("bjs", "beijos"),
            Map.entry("bj", "beijo"),
            Map.entry("abs", "abracos"),
            Map.entry("msm", "mesmo"),
            Map.entry("mto", "muito"),
            Map.entry("mt", "muito"),
            Map.entry("mta", "muita"),
            Map.entry("hj", "hoje"),
            Map.entry("amnh", "amanha"),
            Map.entry("cmg", "comigo"),
            Map.entry("ctg", "contigo"),
            Map.entry("qnd", "quando"),
            Map.entry("qdo", "quando"),
            Map.entry("qm", "quem"),
            Map.entry("eh", "e"),
            Map.entry("naum", "nao"),
            Map.entry("pra", "para"),
            Map.entry("pro", "para o"),
            Map.entry("pras", "para as"),
            Map.entry("sdds", "saudades"),
            Map.entry("sdd", "saudade"),
            Map.entry("dps", "depois"),
            Map.entry("ngm", "ninguem"),
            Map.entry("agr", "agora"),
            Map.entry("vdd", "verdade"),
            Map.entry("tlgd", "entende"),
            Map.entry("tmj", "estamos juntos"),
            Map.entry("fds", "fim de semana"),
            Map.entry("tava", "estava"),
            Map.entry("tou", "estou"),
            Map.entry("tqm", "te quiero mucho"),
            Map.entry("xq", "porque"),
            Map.entry("hdl", "hab dich lieb"),
            Map.entry("kp", "keine ahnung"));

    /** Accented words that would fall together with others once they are folded. */
    private static final Map<String, String> ACCENTED =
            Map.of("tô", "estou", "tá", "esta", "né", "nao e", "é", "e_", "és", "es_", "sé", "se_", "n", "nao");

    static NormalText of(String text) {
        String cut = text.length() <= MOST_CHARS
                ? text
                : text.substring(0, MOST_CHARS / 2) + " " + text.substring(text.length() - MOST_CHARS / 2);
        String composed = Normalizer.normalize(cut, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        List<String> tokens = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int at = 0; at < composed.length() && tokens.size() < MOST_TOKENS; ) {
            int c = composed.codePointAt(at);
            at += Character.charCount(c);
            if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
                word.appendCodePoint(c);
            } else if (!isInside(c)) {
                addWord(word, tokens);
                addSign(c, tokens);
            }
        }
        addWord(word, tokens);
        return new NormalText(List.copyOf(tokens.subList(0, Math.min(MOST_TOKENS, tokens.size()))));
    }

    /** Only the words, without signs. */
    List<String> words() {
        return tokens.stream().filter(NormalText::isWord).toList();
    }

    static boolean isWord(String token) {
        return Character.isLetterOrDigit(token.charAt(0));
    }

    /** Signs that stand inside of words. */
    private static boolean isInside(int c) {
        return c == '\'' || c == '’' || c == '‘' || c == '´' || c == '`' || c == 0x200d || c == 0xfe0f;
    }

    private static void addSign(int c, List<String> tokens) {
        String sign = Emoji.sign(c);
        if (!sign.isEmpty() && (tokens.isEmpty() || !tokens.getLast().equals(sign))) {
            tokens.add(sign);
        }
    }

    private static void addWord(StringBuilder word, List<String> tokens) {
        if (word.isEmpty()) {
            return;
        }
        String written = word.toString();
        word.setLength(0);
        String accented = ACCENTED.get(written);
        String plain = accented == null ? shortened(folded(written)) : accented;
        if (plain.isEmpty()) {
            return;
        }
        if (Character.isDigit(plain.charAt(0)) && plain.chars().allMatch(Character::isDigit)) {
            tokens.add(NUMBER + Math.min(4, plain.length()));
            return;
        }
        for (String part : ABBREVIATIONS.getOrDefault(plain, plain).split(" ", -1)) {
            tokens.add(part);
        }
    }

    /** Lower case without accents; German sharp s is written out. */
    static String folded(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) > 127) {
                String decomposed = Normalizer.normalize(word, Normalizer.Form.NFKD);
                StringBuilder plain = new StringBuilder(decomposed.length());
                decomposed
                        .codePoints()
                        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                        .forEach(plain::appendCodePoint);
                return plain.toString().replace("ß", "ss");
            }
        }
        return word;
    }

    /** {@code heyyyy} is hey, {@code kkkkkkk} and {@code hahahaha} are a laugh. */
    private static String shortened(String word) {
        String laugh = Laughter.of(word);
        if (laugh != null) {
            return laugh;
        }
        StringBuilder out = null;
        for (int i = 0; i < word.length(); ) {
            int end = i + 1;
            while (end < word.length() && word.charAt(end) == word.charAt(i)) {
                end++;
            }
            if (end - i >= 3 && out == null) {
                out = new StringBuilder(word.length()).append(word, 0, i);
            }
            if (out != null) {
                out.append(word, i, end - i >= 3 ? i + 1 : end);
            }
            i = end;
        }
        return out == null ? word : out.toString();
    }
}
