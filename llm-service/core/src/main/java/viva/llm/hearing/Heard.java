package viva.llm.hearing;

import java.util.Optional;
import java.util.Set;
import viva.llm.phrasebook.Language;

/**
 * What was understood of a message.
 *
 * @param gist the part to answer
 * @param also everything else it was
 * @param topic what it is about: one cleaned word, fit to be said again
 * @param speaker the name the owner gave, fit to be said again
 * @param language the language it was written in, as far as that can be told
 */
public record Heard(Gist gist, Set<Gist> also, Optional<String> topic, Optional<String> speaker, Language language) {
    public Heard {
        also = Set.copyOf(also);
    }
}
