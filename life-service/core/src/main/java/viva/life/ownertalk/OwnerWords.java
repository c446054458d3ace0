package viva.life.ownertalk;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import viva.contracts.FactSlot;

/** What is found in owners' words in this process: functions of their arguments. Implemented by the service; the texts are untrusted. */
public interface OwnerWords {
    /** Finds nothing. */
    OwnerWords NONE = new OwnerWords() {
        @Override
        public List<Worth> facts(String text, Locale hint, LocalDate today, List<String> remembered) {
            return List.of();
        }

        @Override
        public Optional<Worth> chat(List<String> lines, Locale hint) {
            return Optional.empty();
        }

        @Override
        public Optional<String> toForget(String text) {
            return Optional.empty();
        }

        @Override
        public boolean affirms(String text) {
            return false;
        }

        @Override
        public boolean denies(String text) {
            return false;
        }

        @Override
        public boolean speaksOf(String text, String about) {
            return false;
        }
    };

    /**
     * Something worth remembering.
     *
     * @param content in the avatar's own words
     * @param gist the same in one line
     * @param slot the fact about the owner that it holds; null when it fills none
     * @param importance in [0, 1]
     * @param moving whether it stirred the owner
     */
    record Worth(String content, String gist, FactSlot slot, double importance, boolean moving) {}

    /**
     * The facts that an owner tells of themselves.
     *
     * @param hint the language that the avatar speaks
     * @param today in the owner's time zone
     * @param remembered memories in mind: what only repeats them is none
     */
    List<Worth> facts(String text, Locale hint, LocalDate today, List<String> remembered);

    /** What a chat was about, by the owner's lines, the oldest first; empty when it was about nothing. */
    Optional<Worth> chat(List<String> lines, Locale hint);

    /** What the owner wants to be forgotten, in their words; empty when a message is no such wish. */
    Optional<String> toForget(String text);

    /** Whether an answer means yes. */
    boolean affirms(String text);

    /** Whether an answer means no. */
    boolean denies(String text);

    /** Whether a text speaks of what is to be forgotten. */
    boolean speaksOf(String text, String about);
}
