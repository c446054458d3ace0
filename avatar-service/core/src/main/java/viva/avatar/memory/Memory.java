package viva.avatar.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import viva.avatar.profile.Checked;
import viva.avatar.profile.PlainText;
import viva.avatar.profile.Rejection;
import viva.contracts.Audience;
import viva.contracts.AvatarId;
import viva.contracts.Emotions;
import viva.contracts.FactSlot;
import viva.contracts.UnitInterval;
import viva.contracts.WorldTime;
import viva.contracts.message.RememberV1;

/**
 * Something an avatar remembers, in its normal form.
 *
 * @param content in the avatar's own words, 1 to {@value #LONGEST} characters; a line of a dialogue begins with its speaker ({@link NormalText#speaker})
 * @param gist one line of at most {@value #LONGEST_GIST} characters, or null
 * @param with the other avatars in it, each once, at most {@value #MOST_OTHERS}
 * @param feelings what it felt, or null
 * @param slot the fact about the owner that it holds, or null
 */
public record Memory(
        MemoryKind kind,
        String content,
        String gist,
        UnitInterval importance,
        List<AvatarId> with,
        WorldTime occurredAt,
        Audience audience,
        Emotions feelings,
        FactSlot slot,
        Origin origin) {
    /** In Unicode code points. */
    public static final int LONGEST = RememberV1.MOST_CHARS;

    public static final int LONGEST_GIST = RememberV1.MOST_GIST_CHARS;

    public static final int MOST_OTHERS = 16;

    public Memory {
        with = List.copyOf(with);
    }

    /** The same for a narrower audience, when it was derived from memories for that one; never a wider one. */
    public Memory within(Audience narrower) {
        return new Memory(
                kind,
                content,
                gist,
                importance,
                with,
                occurredAt,
                Audience.narrowest(List.of(audience, narrower)),
                feelings,
                slot,
                origin);
    }

    /** Checks what was said of a memory. Others that are left out are none; without an audience it is for those who were in it. */
    public static Checked<Memory> check(MemoryDraft draft) {
        List<Rejection> rejections = new ArrayList<>();
        if (MemoryKind.of(draft.kind()).isEmpty()) {
            rejections.add(new Rejection.NotAKind("kind", draft.kind()));
        }
        if (!(draft.importance() >= 0 && draft.importance() <= 1)) {
            rejections.add(new Rejection.OutOfRange("importance", 0, 1, draft.importance()));
        }
        if (draft.occurredAt() == null) {
            rejections.add(new Rejection.Missing("occurred_at"));
        }
        String words = required(PlainText.paragraphs("content", LONGEST), draft.content(), rejections);
        Optional<String> gist = PlainText.line("gist", LONGEST_GIST).read(draft.gist(), rejections);
        List<AvatarId> others = others(draft.with(), rejections);
        FactSlot slot = draft.slot() == null ? null : slot(draft.slot(), rejections);
        if (draft.origin().sources().size() > RememberV1.MOST_SOURCES) {
            rejections.add(new Rejection.TooMany(
                    "sources", RememberV1.MOST_SOURCES, draft.origin().sources().size()));
        }
        if (!rejections.isEmpty()) {
            return new Checked.Refused<>(rejections);
        }
        return new Checked.Accepted<>(new Memory(
                MemoryKind.of(draft.kind()).orElseThrow(),
                words,
                gist.orElse(null),
                new UnitInterval(draft.importance()),
                others,
                draft.occurredAt(),
                draft.audience() == null ? usual(others) : draft.audience(),
                draft.feelings(),
                slot,
                draft.origin()));
    }

    private static Audience usual(List<AvatarId> others) {
        return others.isEmpty() ? Audience.OWNER : Audience.PAIR;
    }

    private static String required(PlainText text, String raw, List<Rejection> rejections) {
        int before = rejections.size();
        String words = text.read(raw, rejections).orElse("");
        if (words.isEmpty() && rejections.size() == before) {
            rejections.add(new Rejection.Missing(text.field()));
        }
        return words;
    }

    private static FactSlot slot(FactSlot raw, List<Rejection> rejections) {
        String name = required(PlainText.line("slot.name", FactSlot.MOST_NAME_CHARS), raw.name(), rejections);
        String value = required(PlainText.line("slot.value", FactSlot.MOST_VALUE_CHARS), raw.value(), rejections);
        return new FactSlot(name, value);
    }

    private static List<AvatarId> others(List<AvatarId> raw, List<Rejection> rejections) {
        if (raw == null) {
            return List.of();
        }
        List<AvatarId> others = raw.stream().filter(Objects::nonNull).distinct().toList();
        if (others.size() > MOST_OTHERS) {
            rejections.add(new Rejection.TooMany("with", MOST_OTHERS, others.size()));
        }
        return others;
    }
}
