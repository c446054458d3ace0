package viva.llm.phrasebook;

import java.util.Locale;

/** A gap in a line, written {@code {topic}} in a phrasebook. A line is only used when all of its gaps can be filled. */
public enum Slot {
    /** The avatar's own name. */
    NAME,
    /** The name of whom it talks with: of the owner, when the owner said it lately. */
    OWNER,
    /** What the owner talks about: one cleaned word, with {@code your} before it where the language allows. */
    TOPIC,
    /** What the owner talked about some messages ago. */
    EARLIER,
    /** One of the avatar's interests. */
    INTEREST,
    /** One of the avatar's values. */
    VALUE,
    /** The avatar's latest thought. */
    THOUGHT,
    /** The name of the language the owner wrote in. */
    LANGUAGE,
    /** The other avatar: whom it talks with, thinks of or tells of. */
    PARTNER,
    /** What the other avatar speaks of, when it is something avatars care about. */
    SUBJECT,
    /** What the speaker tells of itself on the topic of its turn: the same whenever it is asked. */
    OWN,
    /** How often something happened, in digits. */
    COUNT,
    /** What the owner asked for and had told, in a few words: {@code Bruno}. */
    ANSWER,
    /** What the owner told, turned to the owner: {@code your dog is called Bruno}. */
    SAID,
    /** What the owner asks for and has not told: {@code your dog}. */
    ASKED,
    /** What the owner told once, turned to the owner, when it goes with what is said now. */
    REMINDER;

    /** The name between the braces. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Slot of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
