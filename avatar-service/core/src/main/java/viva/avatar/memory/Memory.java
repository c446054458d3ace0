package viva.avatar.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import viva.avatar.profile.Checked;
import viva.avatar.profile.PlainText;
import viva.avatar.profile.Rejection;
import viva.contracts.AvatarId;
import viva.contracts.UnitInterval;
import viva.contracts.WorldTime;
import viva.contracts.message.RememberV1;

/**
 * Something an avatar remembers, in its normal form.
 *
 * @param content in the avatar's own words, 1 to {@value #LONGEST} characters
 * @param with the other avatars in it, each once, at most {@value #MOST_OTHERS}
 */
public record Memory(
        MemoryKind kind, String content, UnitInterval importance, List<AvatarId> with, WorldTime occurredAt) {
    /** In Unicode code points. */
    public static final int LONGEST = RememberV1.MOST_CHARS;

    public static final int MOST_OTHERS = 16;

    public Memory {
        with = List.copyOf(with);
    }

    /** Checks what was said of a memory; any part may be missing or nonsense. Others that are left out are none. */
    public static Checked<Memory> check(
            String kind, String content, double importance, List<AvatarId> with, WorldTime occurredAt) {
        List<Rejection> rejections = new ArrayList<>();
        if (MemoryKind.of(kind).isEmpty()) {
            rejections.add(new Rejection.NotAKind("kind", kind));
        }
        if (!(importance >= 0 && importance <= 1)) {
            rejections.add(new Rejection.OutOfRange("importance", 0, 1, importance));
        }
        if (occurredAt == null) {
            rejections.add(new Rejection.Missing("occurred_at"));
        }
        String words = words(content, rejections);
        List<AvatarId> others = others(with, rejections);
        return rejections.isEmpty()
                ? new Checked.Accepted<>(new Memory(
                        MemoryKind.of(kind).orElseThrow(), words, new UnitInterval(importance), others, occurredAt))
                : new Checked.Refused<>(rejections);
    }

    private static String words(String raw, List<Rejection> rejections) {
        int before = rejections.size();
        String words =
                PlainText.paragraphs("content", LONGEST).read(raw, rejections).orElse("");
        if (words.isEmpty() && rejections.size() == before) {
            rejections.add(new Rejection.Missing("content"));
        }
        return words;
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
