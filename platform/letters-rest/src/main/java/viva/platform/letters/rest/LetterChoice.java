package viva.platform.letters.rest;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import viva.platform.letters.LetterFilter;
import viva.platform.service.problem.Rejected;

/** Which dead letters shall be replayed or dropped. All that is said must hold for a letter. */
public record LetterChoice(
        @Schema(description = "The id of the event or command")
        String id,

        @Schema(description = "Where they died, such as life.shard.7 or life.shard.*")
        String queue,

        @Schema(description = "Of the event or command, such as bond.changed.v1 or bond.*")
        String type,

        @Schema(description = "They died at this instant or later")
        Instant since,

        @Schema(description = "They died before this instant")
        Instant until,

        @Schema(description = "true to mean every letter, when nothing else is said")
        Boolean all,

        @Schema(description = "How many at most, from 1 to 1000; 1000 when it is not said")
        Integer limit) {
    static final int MOST = 1_000;

    /**
     * The filter that these words make.
     *
     * @throws Rejected when nothing is said: every letter is not meant by silence
     */
    LetterFilter filter() {
        LetterFilter filter = new LetterFilter(id, queue, type, since, until);
        if (filter.isAll() && !Boolean.TRUE.equals(all)) {
            throw Rejected.invalid("all", "must be true when every letter is meant");
        }
        return filter;
    }

    /**
     * How many letters at most.
     *
     * @throws Rejected when it is out of bounds
     */
    int most() {
        if (limit == null) {
            return MOST;
        }
        if (limit < 1 || limit > MOST) {
            throw Rejected.invalid("limit", "must be a whole number from 1 to " + MOST);
        }
        return limit;
    }
}
