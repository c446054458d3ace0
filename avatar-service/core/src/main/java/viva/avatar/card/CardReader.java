package viva.avatar.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import viva.avatar.document.Documents;
import viva.avatar.document.Fields;
import viva.avatar.profile.Checked;
import viva.avatar.profile.PlainText;
import viva.avatar.profile.ProfileLimits;
import viva.avatar.profile.Rejection;

/**
 * Reads character cards. A field that is null counts as missing. Of fields that are used, each that is of another type is a rejection; the type of
 * fields that are only kept does not matter.
 */
public final class CardReader {
    /** How long the original may be, in bytes. */
    public static final int MOST_BYTES = 2 * 1024 * 1024;

    private static final Set<String> SPECS = Set.of("chara_card_v2", "chara_card_v3");
    private static final String V3_KEYWORD = "ccv3";
    private static final String KEYWORD = "chara";
    private static final String UNSAFE = "[\\p{Cc}\\p{Cs}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069&&[^\\n\\t]]";

    private CardReader() {}

    /** Whether a file is a picture, which may hold a card. */
    public static boolean isPng(byte[] file) {
        return PngTexts.isPng(file);
    }

    /** The card in a file, PNG or JSON, or everything that is wrong with it. */
    public static Checked<CharacterCard> read(byte[] original) {
        if (original.length > MOST_BYTES) {
            return refused(new Rejection.Unreadable(
                    "file", "must have at most " + MOST_BYTES + " bytes: got " + original.length));
        }
        return isPng(original) ? inPicture(original) : parsed("file", original);
    }

    private static Checked<CharacterCard> inPicture(byte[] png) {
        return switch (PngTexts.read(png, Set.of(V3_KEYWORD, KEYWORD))) {
            case Checked.Refused<List<PngTexts.Text>>(List<Rejection> rejections) -> new Checked.Refused<>(rejections);
            case Checked.Accepted<List<PngTexts.Text>>(List<PngTexts.Text> texts) ->
                Stream.of(V3_KEYWORD, KEYWORD)
                        .flatMap(keyword ->
                                texts.stream().filter(text -> text.keyword().equals(keyword)))
                        .findFirst()
                        .map(CardReader::decoded)
                        .orElseGet(() -> refused(new Rejection.Unreadable("png", "holds no character card")));
        };
    }

    /** The JSON is in Base64; some programs write it as it is. */
    private static Checked<CharacterCard> decoded(PngTexts.Text text) {
        String written = text.latin1().replaceAll("\\s", "");
        if (written.startsWith("{")) {
            return parsed(text.place(), text.latin1().getBytes(StandardCharsets.ISO_8859_1));
        }
        try {
            return parsed(text.place(), Base64.getDecoder().decode(written));
        } catch (IllegalArgumentException e) {
            return refused(new Rejection.Unreadable(text.place(), "is not Base64"));
        }
    }

    private static Checked<CharacterCard> parsed(String place, byte[] json) {
        return switch (Documents.object(place, json)) {
            case Checked.Refused<ObjectNode>(List<Rejection> rejections) -> new Checked.Refused<>(rejections);
            case Checked.Accepted<ObjectNode>(ObjectNode card) -> read(card);
        };
    }

    /** The card that a JSON object is. */
    public static Checked<CharacterCard> read(ObjectNode card) {
        List<Rejection> rejections = new ArrayList<>();
        Fields root = new Fields("", card, rejections);
        Optional<String> spec = root.text("spec");
        if (spec.isPresent() && !SPECS.contains(spec.orElseThrow())) {
            rejections.add(new Rejection.Unreadable(
                    "spec", "must be chara_card_v2 or chara_card_v3: got '" + shortened(spec.orElseThrow()) + "'"));
            return new Checked.Refused<>(rejections);
        }
        if (!root.has("spec") && !root.has("data")) {
            return described(root, root, rejections);
        }
        Fields data = root.object("data");
        if (!root.has("data")) {
            rejections.add(new Rejection.Missing("data"));
        }
        return root.object().path("data").isObject()
                ? described(data, root, rejections)
                : new Checked.Refused<>(rejections);
    }

    private static Checked<CharacterCard> described(Fields data, Fields root, List<Rejection> rejections) {
        int before = rejections.size();
        String name = data.text("name")
                .flatMap(raw ->
                        PlainText.line(data.path("name"), ProfileLimits.NAME).read(raw, rejections))
                .orElse("");
        if (name.isEmpty() && rejections.size() == before) {
            rejections.add(new Rejection.Missing(data.path("name")));
        }
        String called =
                data.text("nickname").filter(nickname -> !nickname.isBlank()).orElse(name);
        String persona = persona(data, called, name + "'s owner");
        data.texts("tags");
        CardAge age = CardAge.of(root, name);
        rejections.addAll(age.rejections());
        return Checked.of(new CharacterCard(name, age.ofProfile(), persona), rejections);
    }

    private static String persona(Fields data, String character, String user) {
        String all = Stream.of(
                        section("", data.text("description")),
                        section("Personality: ", data.text("personality")),
                        section("Scenario: ", data.text("scenario")),
                        section("Greeting: ", data.text("first_mes")),
                        section("Dialogue: ", data.text("mes_example")))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n\n"));
        String resolved = Placeholders.resolve(all, character.strip(), user)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll(UNSAFE, "")
                .strip();
        int length = resolved.codePointCount(0, resolved.length());
        String cut = length <= ProfileLimits.PERSONA
                ? resolved
                : resolved.substring(0, resolved.offsetByCodePoints(0, ProfileLimits.PERSONA))
                        .strip();
        return cut.isEmpty() ? null : cut;
    }

    private static Optional<String> section(String title, Optional<String> text) {
        return text.map(String::strip).filter(words -> !words.isEmpty()).map(words -> title + words);
    }

    /** Whether an object is a character card of some kind, though perhaps a broken one. */
    public static boolean isCard(JsonNode document) {
        boolean flat = document.hasNonNull("name")
                && Stream.of("description", "personality", "scenario", "first_mes", "mes_example")
                        .anyMatch(document::has);
        return document.path("spec").asText("").startsWith("chara_card")
                || document.path("data").isObject()
                || flat;
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private static Checked<CharacterCard> refused(Rejection rejection) {
        return new Checked.Refused<>(List.of(rejection));
    }
}
