package viva.life.talk;

import viva.contracts.TalkTopic;

/** What topics have in common as far as it decides what fits them. */
final class TopicKinds {
    private TopicKinds() {}

    /** The question that comes naturally when the other has told something about {@code topic}; nothing when there is none. */
    static TalkTopic furtherQuestion(TalkTopic topic) {
        return switch (topic) {
            case INTERESTS -> TalkTopic.ORIGIN;
            case PLACE, PLANS -> TalkTopic.DRAW;
            case WISH -> TalkTopic.OBSTACLE;
            case WORRY -> TalkTopic.HELP;
            case FEELINGS, THOUGHTS -> TalkTopic.CAUSE;
            case MEMORY, VALUES, PRIDE -> TalkTopic.MEANING;
            case NOTHING,
                    DAY,
                    TASTE,
                    LAUGHTER,
                    PEOPLE,
                    REST,
                    FONDNESS,
                    ORIGIN,
                    DRAW,
                    OBSTACLE,
                    HELP,
                    CAUSE,
                    MEANING,
                    OUTING,
                    DATE -> TalkTopic.NOTHING;
        };
    }

    /** Whether a question opens a subject, rather than going on with one. */
    static boolean opens(TalkTopic topic) {
        return switch (topic) {
            case FEELINGS,
                    DAY,
                    INTERESTS,
                    TASTE,
                    LAUGHTER,
                    PLACE,
                    WISH,
                    WORRY,
                    MEMORY,
                    PLANS,
                    VALUES,
                    PRIDE,
                    PEOPLE,
                    THOUGHTS,
                    REST,
                    FONDNESS -> true;
            case NOTHING, ORIGIN, DRAW, OBSTACLE, HELP, CAUSE, MEANING, OUTING, DATE -> false;
        };
    }

    /** Whether one can be of another mind about it. */
    static boolean isOpinion(TalkTopic topic) {
        return switch (topic) {
            case INTERESTS, TASTE, LAUGHTER, PLACE, VALUES, REST -> true;
            case NOTHING,
                    THOUGHTS,
                    FEELINGS,
                    DAY,
                    WISH,
                    WORRY,
                    MEMORY,
                    PLANS,
                    PRIDE,
                    PEOPLE,
                    FONDNESS,
                    ORIGIN,
                    DRAW,
                    OBSTACLE,
                    HELP,
                    CAUSE,
                    MEANING,
                    OUTING,
                    DATE -> false;
        };
    }

    /** Whether a stranger who asks about it goes rather far. */
    static boolean isPrivate(TalkTopic topic) {
        return switch (topic) {
            case WORRY, WISH, MEMORY, PRIDE, PEOPLE, FONDNESS, OBSTACLE, HELP, CAUSE -> true;
            case NOTHING,
                    FEELINGS,
                    DAY,
                    INTERESTS,
                    TASTE,
                    LAUGHTER,
                    PLACE,
                    PLANS,
                    VALUES,
                    THOUGHTS,
                    REST,
                    ORIGIN,
                    DRAW,
                    MEANING,
                    OUTING,
                    DATE -> false;
        };
    }
}
