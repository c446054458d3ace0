package viva.llm.hearing;

import java.util.Locale;

/** What a message comes down to. Earlier ones win when a message could be several: what touches people comes first. */
public enum Gist {
    /** Somebody may be in danger of harming themselves. */
    DISTRESS,
    LOVE,
    INSULT,
    APOLOGY,
    BAD_NEWS,
    /** Somebody who was down says that it is better now. */
    FEELING_BETTER,
    GOOD_NEWS,
    MISSING_YOU,
    /** {@code My name is …}. */
    INTRODUCTION,
    /** Does the avatar remember the owner's name? */
    ASKS_OWN_NAME,
    ASKS_MEMORY,
    ASKS_NATURE,
    ASKS_NAME,
    ASKS_DOING,
    ASKS_DAY,
    ASKS_THOUGHTS,
    ASKS_WISH,
    ASKS_INTERESTS,
    ASKS_JOKE,
    ASKS_OPINION,
    ASKS_FEELINGS,
    ASKS_ABOUT,
    COMPLIMENT,
    THANKS,
    FAREWELL,
    GREETING,
    LAUGHTER,
    AGREEMENT,
    DISAGREEMENT,
    /** A question that is none of the above. */
    QUESTION,
    /** More than a few sentences. */
    STORY,
    /** A script that the avatar cannot read. */
    UNREADABLE,
    /** No words at all: emoji, signs. */
    WORDLESS,
    STATEMENT;

    /** The name as it stands in the resource files: lower snake case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
