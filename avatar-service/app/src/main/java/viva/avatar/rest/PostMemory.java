package viva.avatar.rest;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import viva.avatar.memory.MemoryDraft;
import viva.avatar.memory.MemoryKind;
import viva.avatar.memory.Origin;
import viva.contracts.Audience;
import viva.contracts.AvatarId;
import viva.contracts.FactSlot;
import viva.contracts.WorldTime;
import viva.platform.service.problem.Rejected;

/**
 * The body of {@code POST /avatars/{id}/memories}.
 *
 * @param content may begin with its speaker: {@code Ana: I planted roses.}
 * @param type left out: {@code interaction}
 * @param importance left out: .5
 * @param occurredAt when it happened (ISO 8601); left out: now
 * @param audience left out: the owner alone
 * @param withOwner whether the owner is in it; a fact about the owner ({@code slot}) is with the owner in any case
 */
public record PostMemory(
        String content,
        String type,
        Double importance,
        String occurredAt,
        String gist,
        List<AvatarId> with,
        String audience,
        Boolean withOwner,
        FactSlot slot) {
    private static final double USUAL_IMPORTANCE = .5;

    /** Nothing happened before this: a date that is a slip would rank as such for ever. */
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    MemoryDraft draft(Instant now) {
        Instant at = occurredAt == null ? now : Times.instant("occurred_at", occurredAt);
        if (at.isBefore(EARLIEST) || at.isAfter(now.plus(1, ChronoUnit.DAYS))) {
            throw Rejected.invalid("occurred_at", "must be between 1900 and now");
        }
        return new MemoryDraft(
                type == null ? MemoryKind.INTERACTION.label() : type,
                content,
                gist,
                importance == null ? USUAL_IMPORTANCE : importance,
                with,
                new WorldTime(at.toEpochMilli()),
                listeners(),
                null,
                slot,
                new Origin(
                        Boolean.TRUE.equals(withOwner) || slot != null,
                        true,
                        List.of(),
                        null,
                        at.truncatedTo(ChronoUnit.MICROS)));
    }

    private Audience listeners() {
        return audience == null
                ? Audience.OWNER
                : Audience.ifKnown(audience)
                        .orElseThrow(() -> Rejected.invalid("audience", "must be owner, pair or anyone"));
    }
}
