package viva.llm.recall;

import java.util.Optional;
import viva.contracts.FactSlot;

/**
 * A fact that an owner told of themselves, of somebody or something of theirs, or of a plan.
 *
 * @param slot the field that it fills; empty when it fills none, so that a later one does not supersede it
 * @param gist the fact in the words of the owner's avatar, in one line, without an end mark: {@code My owner's dog is called Bruno}
 * @param said the statement in the owner's words, without an end mark
 * @param importance in [0, 1]
 */
public record OwnerFact(Optional<FactSlot> slot, String gist, String said, double importance) {
    static OwnerFact of(String slot, String value, String gist, String said, double importance) {
        return new OwnerFact(Optional.of(FactTexts.slot(slot, value)), gist, said, importance);
    }

    /** A fact that fills no field. */
    static OwnerFact loose(String gist, String said, double importance) {
        return new OwnerFact(Optional.empty(), gist, said, importance);
    }
}
