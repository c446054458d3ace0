package viva.llm.crisis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import viva.contracts.Json;
import viva.llm.phrasebook.Language;

/**
 * The answer to an owner who may be in danger: fixed words that were reviewed, in four languages, at most 400 characters. Only which of the
 * reviewed beginnings and ends is taken differs from message to message; a person to turn to is always in it.
 */
public final class CrisisAnswer {
    /**
     * The words of a language.
     *
     * @param hear that it was heard
     * @param line what to do where there is a number; {@code {name}} and {@code {number}} are replaced
     * @param anywhere what to do where none is known; {@code {link}} is replaced
     * @param stay that the avatar goes on listening, and what it is
     */
    private record Texts(List<String> hear, String line, String anywhere, List<String> stay) {}

    private final Map<Language, Texts> texts = new EnumMap<>(Language.class);

    /** Reads the words; a file that is missing or malformed is a defect of the build and throws. */
    public CrisisAnswer() {
        for (Language language : Language.values()) {
            texts.put(language, load("/viva/llm/crisis/answer-" + language.tag() + ".json"));
        }
    }

    /**
     * What was heard, where there is help, and that the avatar stays: three parts in this order.
     *
     * @param language the one the owner wrote in
     * @param country where the owner is, an ISO 3166 code; null when not known
     * @param id of the message to be written: the same id gets the same words
     */
    public List<String> parts(Language language, String country, UUID id) {
        Texts words = texts.get(language);
        String help = CrisisLines.of(country)
                .map(line -> words.line().replace("{name}", line.name()).replace("{number}", line.number()))
                .orElseGet(() -> words.anywhere()
                        .replace("{link}", CrisisLines.anywhere().link()));
        int turn = (int) (id.getLeastSignificantBits() & 0xffff);
        return List.of(
                words.hear().get(turn % words.hear().size()),
                help,
                words.stay().get(turn / words.hear().size() % words.stay().size()));
    }

    private static Texts load(String name) {
        try (InputStream in = CrisisAnswer.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            return Json.mapper().readValue(in, Texts.class);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
