package viva.contracts.message;

import java.util.List;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.DialogueAct;
import viva.contracts.TalkTopic;
import viva.contracts.WorldTime;

/**
 * The host tells its guest how their conversation goes: the acts of both in turn, the host's first. Each lands at its own time.
 *
 * @param acts 1 to {@value #MOST_ACTS}
 * @param humorMatch in [0, 1]
 * @param overlap of what interests and what matters to the two, in [0, 1]
 * @param startsAt world time of the first turn
 * @param topics of the acts, as many as they are, or none at all in scripts without topics
 */
@MessageType("life.conversation_begun.v1")
public record ConversationBegunV1(
        AvatarId avatarId,
        AvatarId hostId,
        ConversationId conversationId,
        List<DialogueAct> acts,
        double humorMatch,
        double overlap,
        WorldTime startsAt,
        List<TalkTopic> topics)
        implements LifeCommand {
    public static final int MOST_ACTS = 12;

    public ConversationBegunV1 {
        topics = topics == null ? List.of() : List.copyOf(topics);
        if (!topics.isEmpty() && topics.size() != acts.size()) {
            throw new IllegalArgumentException(
                    "must be none or one for each of %d acts: topics = %s".formatted(acts.size(), topics));
        }
    }
}
