package viva.avatar.memory;

import java.util.List;
import viva.contracts.Audience;
import viva.contracts.AvatarId;
import viva.contracts.Emotions;
import viva.contracts.FactSlot;
import viva.contracts.WorldTime;

/** What was said of a memory; any part may be missing or nonsense. */
public record MemoryDraft(
        String kind,
        String content,
        String gist,
        double importance,
        List<AvatarId> with,
        WorldTime occurredAt,
        Audience audience,
        Emotions feelings,
        FactSlot slot,
        Origin origin) {}
