package viva.relationship.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import viva.contracts.AvatarId;
import viva.contracts.WorldTime;
import viva.platform.service.problem.Problem;
import viva.platform.service.problem.Problem.FieldError;
import viva.platform.service.problem.ProblemType;
import viva.platform.service.problem.Rejected;
import viva.relationship.bond.Deltas;
import viva.relationship.bond.TurningPoint;
import viva.relationship.ledger.Encounter;

/**
 * The body of {@code POST /bonds/evolve}: an encounter as told from the side of {@code avatar_id}. The four changes are in [-1, 1] and
 * 0 when left out; affection and attraction are those of {@code avatar_id}.
 *
 * @param encounterId an encounter told twice counts once; left out: each telling is another encounter
 * @param worldTime when it was; left out: no world time has passed since the last one
 * @param turningPoint what they decided then, if anything
 */
public record EvolveBond(
        AvatarId avatarId,
        AvatarId otherId,
        Double familiarity,
        Double trust,
        Double affection,
        Double attraction,
        UUID encounterId,
        WorldTime worldTime,
        Turn turningPoint) {

    /** A turning point as it stands in JSON. */
    public enum Turn {
        @JsonProperty("yes_to_dating")
        YES_TO_DATING,
        @JsonProperty("break_up")
        BREAK_UP;

        private TurningPoint decided() {
            return TurningPoint.valueOf(name().toUpperCase(Locale.ROOT));
        }
    }

    /** The encounter, when everything about it is valid; otherwise all that is not. */
    Encounter encounter() {
        List<FieldError> errors = new ArrayList<>();
        require("avatar_id", avatarId, errors);
        require("other_id", otherId, errors);
        if (avatarId != null && avatarId.equals(otherId)) {
            errors.add(new FieldError("other_id", "must be another avatar"));
        }
        requireDelta("familiarity", familiarity, errors);
        requireDelta("trust", trust, errors);
        requireDelta("affection", affection, errors);
        requireDelta("attraction", attraction, errors);
        if (!errors.isEmpty()) {
            FieldError first = errors.getFirst();
            throw Rejected.with(Problem.of(ProblemType.INVALID, first.field() + " " + first.message(), errors));
        }
        return new Encounter(
                Optional.ofNullable(encounterId),
                avatarId,
                otherId,
                new Deltas(orNone(familiarity), orNone(trust), orNone(affection), orNone(attraction)),
                Optional.ofNullable(worldTime),
                Optional.ofNullable(turningPoint).map(Turn::decided));
    }

    private static void require(String field, Object value, List<FieldError> errors) {
        if (value == null) {
            errors.add(new FieldError(field, "is required"));
        }
    }

    private static void requireDelta(String field, Double delta, List<FieldError> errors) {
        if (!Deltas.isLegal(orNone(delta))) {
            errors.add(new FieldError(field, "must be in [-1,1]: got " + delta));
        }
    }

    private static double orNone(Double delta) {
        return delta == null ? 0 : delta;
    }
}
