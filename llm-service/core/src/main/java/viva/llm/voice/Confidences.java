package viva.llm.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import viva.llm.phrasebook.Chance;
import viva.llm.phrasebook.Phrasebook;
import viva.llm.phrasebook.Template;

/**
 * What an avatar has to tell on a topic, such as its favourite place. It follows from who the avatar is rather than from the message, so that
 * it tells everybody the same.
 */
final class Confidences {
    /** How often it is something that only avatars of its style would tell, where there is such a thing. */
    private static final double IN_STYLE = .5;

    /** Others that are tried when the partner has just told the very same. */
    private static final int ATTEMPTS = 4;

    private Confidences() {}

    /** Nothing on topics that the phrasebook has none for. */
    static Optional<String> of(Scene scene, Phrasebook phrasebook) {
        String key = "pair.own." + scene.about().label();
        List<Template> plain = phrasebook.lines(key);
        List<Template> styled = new ArrayList<>();
        for (Style style : scene.styles()) {
            styled.addAll(phrasebook.lines(key + "/" + style.label()));
        }
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        String heard = scene.request().said().toLowerCase(Locale.ROOT);
        String own = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Chance chance = new Chance(identity(scene, key), attempt);
            boolean inStyle = !styled.isEmpty() && chance.happens(IN_STYLE);
            own = chance.oneOf(inStyle ? styled : plain).fill(Map.of(), chance);
            if (!heard.contains(own.toLowerCase(Locale.ROOT))) {
                break;
            }
        }
        return Optional.of(own);
    }

    /** The same for the same avatar and topic, on every machine. */
    private static UUID identity(Scene scene, String key) {
        long high = 17;
        long low = 31;
        String who = scene.request().profile().name()
                + '\n'
                + scene.request().profile().personality()
                + '\n'
                + key;
        for (int i = 0; i < who.length(); i++) {
            high = 31 * high + who.charAt(i);
            low = 131 * low + who.charAt(i);
        }
        return new UUID(high, low);
    }
}
