package viva.avatar.rest;

import java.util.Optional;
import viva.avatar.memory.Memory;
import viva.avatar.memory.MemoryKind;
import viva.contracts.AvatarId;
import viva.platform.service.problem.Rejected;

/** The parameters of searches, checked. */
final class SearchParameters {
    private static final int USUAL_LIMIT = 10;
    private static final int MOST = 100;

    private SearchParameters() {}

    static String question(String name, Optional<String> text) {
        String question = text.map(String::strip).orElse("");
        if (question.isEmpty() || question.codePointCount(0, question.length()) > Memory.LONGEST) {
            throw Rejected.invalid(name, "must have 1 to " + Memory.LONGEST + " characters");
        }
        return question;
    }

    static int limit(Optional<String> text) {
        try {
            int limit = text.map(Integer::parseInt).orElse(USUAL_LIMIT);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException notANumber) {
            // The sentence below is right for it, too.
        }
        throw Rejected.invalid("limit", "must be a whole number from 1 to " + MOST);
    }

    static Optional<AvatarId> avatar(String name, Optional<String> id) {
        try {
            return id.map(AvatarId::of);
        } catch (IllegalArgumentException notAnId) {
            throw Rejected.invalid(name, "must be the id of an avatar");
        }
    }

    /** Null for any. */
    static MemoryKind kind(Optional<String> label) {
        return label.map(SearchParameters::kind).orElse(null);
    }

    static MemoryKind kind(String label) {
        return MemoryKind.of(label)
                .orElseThrow(() -> Rejected.invalid("type", "must be a type such as emotional_peak"));
    }
}
