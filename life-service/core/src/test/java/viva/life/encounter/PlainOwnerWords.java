package viva.life.encounter;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import viva.contracts.FactSlot;
import viva.life.ownertalk.OwnerWords;

/** Understands one fact, one wish, yes and no. */
final class PlainOwnerWords implements OwnerWords {
    private static final String FACT = "My dog is called ";
    private static final String WISH = "forget what I told you about ";

    @Override
    public List<Worth> facts(String text, Locale hint, LocalDate today, List<String> remembered) {
        return text.startsWith(FACT) && remembered.stream().noneMatch(memory -> memory.contains(text))
                ? List.of(new Worth(
                        "My owner told me: “" + text + "”",
                        "My owner's dog",
                        new FactSlot("pets:dog", text.substring(FACT.length())),
                        .8,
                        false))
                : List.of();
    }

    @Override
    public Optional<Worth> chat(List<String> lines, Locale hint) {
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Worth(String.join(" | ", lines), "a chat", null, .4, lines.contains("I got the job!")));
    }

    @Override
    public Optional<String> toForget(String text) {
        return text.startsWith(WISH) ? Optional.of(text.substring(WISH.length())) : Optional.empty();
    }

    @Override
    public boolean affirms(String text) {
        return text.equals("yes");
    }

    @Override
    public boolean denies(String text) {
        return text.equals("no");
    }

    @Override
    public boolean speaksOf(String text, String about) {
        return text.contains(about);
    }
}
