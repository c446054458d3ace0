package viva.llm.understanding;

import java.util.Map;
import java.util.stream.Collectors;

/** What signs between words stand for: emoji by kind, and the ends of sentences. */
final class Emoji {
    private static final Map<Integer, String> KINDS = kinds(Map.of(
            ":heart", "❤💛💚💙💜🧡🖤🤍🤎💕💖💗💓💞💘💝😍🥰😘💋🫶♥😻🤗💌",
            ":laugh", "😂🤣😆😹😅😁😄😃😀",
            ":sad", "😢😭😞😔😟🙁☹😿🥺💔😩😫😣😖🥀😥😓",
            ":dead", "🕊💀☠⚰🪦",
            ":joy", "🎉🥳🎊🍾🎂🏆🥇🙌💪✨🤩😊🙂☺😎👏",
            ":angry", "😡😠🤬🖕👿🤮💩",
            ":yes", "👍👌✅🤝💯",
            ":no", "👎❌🚫",
            ":wave", "👋🙋",
            ":thanks", "🙏"));
    private static final Map<Integer, String> OTHERS =
            kinds(Map.of(":sleep", "😴💤🥱🌙🌛", ":irony", "🙄😒😏🤡", ":fear", "😨😰😱", ":robot", "🤖"));

    private Emoji() {}

    /** The token of a sign, or nothing when it is one that does not matter. */
    static String sign(int c) {
        return switch (c) {
            case '?', '？', '؟' -> "?";
            case '!', '！' -> "!";
            case '.', ';' -> ".";
            case '…' -> "..";
            case ',' -> ",";
            default -> KINDS.getOrDefault(c, OTHERS.getOrDefault(c, isSymbol(c) ? ":other" : ""));
        };
    }

    private static boolean isSymbol(int c) {
        return c > 0x2190 && Character.getType(c) == Character.OTHER_SYMBOL;
    }

    private static Map<Integer, String> kinds(Map<String, String> signs) {
        return signs.entrySet().stream()
                .flatMap(kind -> kind.getValue().codePoints().boxed().map(c -> Map.entry(c, kind.getKey())))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
