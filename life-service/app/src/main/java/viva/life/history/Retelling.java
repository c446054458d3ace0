package viva.life.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import viva.contracts.ConversationId;
import viva.life.activity.InConversation;
import viva.life.explanation.Explaining;
import viva.life.explanation.Explanation;
import viva.life.folding.Folding;
import viva.life.folding.JournalEntry;
import viva.life.mind.Input;
import viva.life.mind.Lives;
import viva.life.mind.Mind;

/** A life that is lived again once and explained at some of its ticks. */
final class Retelling {
    /** Changes of one answer. */
    static final int MOST = 50;

    /** Ticks that a conversation has at most, with everything that happens beside it. */
    static final int LONGEST_TALK = 64;

    private final Lives lives;
    private final Folding folding;
    private final Explaining explaining;
    private final Set<Long> wanted;
    private final long last;
    private final ConversationId conversation;
    private final String words;
    private final List<Explanation> told = new ArrayList<>();
    private Mind mind;

    /**
     * @param base from before the first tick that is wanted; null before the birth
     * @param last how far it is lived
     * @param conversation whose turns are wanted as well, or null
     * @param words that the owner wrote, where a message is wanted; empty when none is
     */
    Retelling(Lives lives, Mind base, Set<Long> wanted, long last, ConversationId conversation, String words) {
        this.lives = lives;
        this.folding = new Folding(lives);
        this.explaining = new Explaining(lives);
        this.mind = base;
        this.wanted = wanted;
        this.last = last;
        this.conversation = conversation;
        this.words = words;
    }

    /** Goes on with what reached the avatar next. */
    void goOn(List<JournalEntry> entries) {
        for (JournalEntry entry : entries) {
            if (mind != null) {
                talk(entry.tick() - 1);
            }
            if (wanted.contains(entry.tick())) {
                tell(
                        mind == null && entry.input() instanceof Input.Born birth
                                ? explaining.birth(birth)
                                : explaining.input(folding.before(mind, entry), worded(entry.input())));
            }
            mind = folding.after(mind, entry);
        }
    }

    /** The explanations, when all that reached the avatar up to the last tick was gone through. */
    List<Explanation> told() {
        talk(last);
        if (conversation == null && mind.tick() < last) {
            tell(explaining.tick(folding.ticked(mind, last - 1)));
        }
        return told;
    }

    /** The journal does not repeat what stands in the talk. */
    private Input worded(Input input) {
        return input instanceof Input.OwnerMessage message && message.text().isEmpty()
                ? message.withWords(words)
                : input;
    }

    private void tell(Explanation explanation) {
        if (told.size() < MOST) {
            told.add(explanation);
        }
    }

    private void talk(long until) {
        while (mind.tick() < until
                && mind.activity() instanceof InConversation talking
                && talking.conversation().equals(conversation)) {
            tell(explaining.tick(mind));
            mind = lives.tick(mind).mind();
        }
    }
}
