package viva.contracts;

/**
 * What two avatars made of a conversation. Everything in it follows from the acts, never from the words.
 *
 * @param turns at least 1
 * @param depth in [0, 1]: how far it went beyond small talk
 * @param mutualUnderstanding in [0, 1]
 * @param hostEnjoyment of the one who began it, in [0, 1]; one half is neither good nor bad
 * @param guestEnjoyment of the other, in [0, 1]
 * @param flirtation in [0, 1]
 * @param conflict in [0, 1]
 * @param vulnerability in [0, 1]: how much of themselves they showed
 * @param humorMatch in [0, 1]: how well each laughs at the other's jokes
 * @param memorableAct the act that moved somebody most, or null when nothing stood out
 * @param memorableTurn its turn, from 0; -1 when nothing stood out
 * @param turningPoint {@code yes_to_dating}, {@code no_to_dating} or {@code break_up} when they decided something; else null
 */
public record ConversationOutcome(
        int turns,
        double depth,
        double mutualUnderstanding,
        double hostEnjoyment,
        double guestEnjoyment,
        double flirtation,
        double conflict,
        double vulnerability,
        double humorMatch,
        DialogueAct memorableAct,
        int memorableTurn,
        String turningPoint) {}
