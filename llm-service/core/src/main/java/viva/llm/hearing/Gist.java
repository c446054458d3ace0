package viva.llm.hearing;

import java.util.Locale;

/** What a message comes down to. Earlier ones win when a message could be several: what touches people comes first. */
public enum Gist {
    /** Somebody may be in danger of harming themselves. */
    DISTRESS,
    /** Somebody or an animal died. */
    GRIEF,
    /** The owner wants no more to do with the avatar. */
    REJECTION,
    INSULT,
    /** Praise or thanks that mean the opposite. */
    SARCASM,
    BAD_NEWS,
    LOVE,
    APOLOGY,
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
    /** Of other avatars: friends, whom it met, whether it is in love. */
    ASKS_FRIENDS,
    ASKS_FEELINGS,
    ASKS_ABOUT,
    /** Proposes to do something together. */
    INVITATION,
    /** A lasting fact or a plan of the owner. */
    TELLS_FACT,
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

    /** Whether a wink would hurt. */
    public boolean isHeavy() {
        return this == DISTRESS || this == GRIEF || this == REJECTION || this == BAD_NEWS;
    }

    /** The name as it stands in the resource files: lower snake case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
