package viva.life.ownertalk;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import viva.llm.remembering.OwnersWords;

/** What rules find in owners' words. Reading their lexicons takes a while: there is one. */
@Singleton
public class OfflineOwnerWords implements OwnerWords {
    private final OwnersWords words = new OwnersWords();

    @Override
    public List<Worth> facts(String text, Locale hint, LocalDate today, List<String> remembered) {
        return words.facts(text, hint, today, remembered).stream()
                .map(OfflineOwnerWords::worth)
                .toList();
    }

    @Override
    public Optional<Worth> chat(List<String> lines, Locale hint) {
        return words.chat(lines, hint).map(OfflineOwnerWords::worth);
    }

    private static Worth worth(OwnersWords.Worth found) {
        return new Worth(found.content(), found.gist(), found.slot().orElse(null), found.importance(), found.moving());
    }

    @Override
    public Optional<String> toForget(String text) {
        return words.toForget(text);
    }

    @Override
    public boolean affirms(String text) {
        return words.affirms(text);
    }

    @Override
    public boolean denies(String text) {
        return words.denies(text);
    }

    @Override
    public boolean speaksOf(String text, String about) {
        return words.speaksOf(text, about);
    }
}
