package viva.avatar.rest;

import java.util.ArrayList;
import java.util.List;
import viva.avatar.memory.Memory;
import viva.avatar.profile.Checked;
import viva.avatar.profile.PlainText;
import viva.avatar.profile.Rejection;
import viva.avatar.remembering.MemoryChange;

/**
 * The body of {@code PATCH /avatars/{id}/memories/{memory}}. What is left out stays.
 *
 * @param pinned a pinned memory is never forgotten
 * @param importance in [0, 1]
 * @param content corrects it
 */
public record ChangeMemory(Boolean pinned, Double importance, String content) {
    Checked<MemoryChange> check() {
        List<Rejection> rejections = new ArrayList<>();
        if (importance != null && !(importance >= 0 && importance <= 1)) {
            rejections.add(new Rejection.OutOfRange("importance", 0, 1, importance));
        }
        String words = PlainText.paragraphs("content", Memory.LONGEST)
                .read(content, rejections)
                .orElse(null);
        if (content != null && words == null && rejections.isEmpty()) {
            rejections.add(new Rejection.Missing("content"));
        }
        return Checked.of(new MemoryChange(pinned, importance, words), rejections);
    }
}
