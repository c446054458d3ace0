package viva.avatar.card;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import viva.avatar.document.Fields;
import viva.avatar.profile.ProfileLimits;
import viva.avatar.profile.Rejection;
import viva.avatar.profile.StatedAge;

/**
 * How old a card says its character is: in fields called {@code age} wherever they stand, in its texts, in its tags, and in sentences of a lore book
 * that name the character. Avatars fall in love, so a card of a minor is refused; a teenager passes where an adult age is stated.
 */
final class CardAge {
    private static final Set<String> AGE_FIELDS = Set.of("age", "char_age", "character_age", "idade");
    private static final Set<String> BOOKS = Set.of("character_book", "lorebook", "world_info");
    private static final Pattern SPEECH_OF_USER =
            Pattern.compile("(?im)^[ \\t]*(?:\\{\\{user}}|<user>|you)[ \\t]*:.*$");
    private static final Pattern SENTENCES = Pattern.compile("(?<=[.!?])\\s+|\\n+");
    private static final int MOST_QUOTED = 80;

    private final String name;
    private final List<Rejection> minor = new ArrayList<>();
    private final List<Rejection> teenager = new ArrayList<>();
    private OptionalInt adult = OptionalInt.empty();

    private CardAge(String name) {
        this.name = name.toLowerCase(Locale.ROOT);
    }

    /** @param name of the character */
    static CardAge of(Fields data, String name) {
        CardAge age = new CardAge(name);
        age.walk(data.path(), data.object(), "", false);
        return age;
    }

    /** Why the card is refused; empty when it is not. */
    List<Rejection> rejections() {
        if (!minor.isEmpty()) {
            return minor;
        }
        return adult.isPresent() ? List.of() : teenager;
    }

    /** The stated age in years, as far as a profile can have it; null otherwise. */
    Integer ofProfile() {
        return adult.isPresent() && adult.getAsInt() <= ProfileLimits.OLDEST ? Integer.valueOf(adult.getAsInt()) : null;
    }

    private void walk(String path, JsonNode node, String field, boolean book) {
        if (AGE_FIELDS.contains(field) && node.isValueNode()) {
            field(path, node);
        } else if (node.isTextual()) {
            text(path, node.textValue(), field, book);
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(path + "[" + i + "]", node.get(i), field, book);
            }
        } else {
            node.forEachEntry((key, child) -> {
                String lower = key.toLowerCase(Locale.ROOT);
                walk(path.isEmpty() ? key : path + "." + key, child, lower, book || BOOKS.contains(lower));
            });
        }
    }

    /** A number in years, or what a text says after the word age. */
    private void field(String path, JsonNode node) {
        if (!node.isNull()) {
            described(path, "age: " + node.asText().strip());
        }
    }

    private void text(String path, String text, String field, boolean book) {
        if (book) {
            SENTENCES.splitAsStream(text).filter(this::namesTheCharacter).forEach(said -> described(path, said));
        } else if (field.equals("tags")) {
            tag(path, text);
        } else {
            described(path, SPEECH_OF_USER.matcher(text).replaceAll(""));
        }
    }

    private boolean namesTheCharacter(String sentence) {
        String lower = sentence.toLowerCase(Locale.ROOT);
        return lower.contains("{{char}}") || (!name.isEmpty() && lower.contains(name));
    }

    private void tag(String path, String tag) {
        if (StatedAge.isMinorTag(tag)) {
            minor.add(quoting(path, tag));
        } else if (StatedAge.isTeenagerTag(tag)) {
            teenager.add(quoting(path, tag));
        }
    }

    private void described(String path, String text) {
        StatedAge stated = StatedAge.of(named(text));
        stated.minor().ifPresent(quote -> minor.add(quoting(path, quote)));
        stated.teenager().ifPresent(quote -> teenager.add(quoting(path, quote)));
        if (adult.isEmpty()) {
            adult = stated.adult();
        }
    }

    /** The character's name as a placeholder, by which ages are found without the word for years. */
    private String named(String text) {
        return name.isEmpty()
                ? text
                : Pattern.compile(
                                "(?<!\\p{L})" + Pattern.quote(name) + "(?!\\p{L})",
                                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(text)
                        .replaceAll("{{char}}");
    }

    private static Rejection quoting(String path, String quote) {
        return new Rejection.Minor(path, quote.length() <= MOST_QUOTED ? quote : quote.substring(0, MOST_QUOTED) + "…");
    }
}
