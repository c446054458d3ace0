package viva.life.input;

import java.util.List;
import java.util.Map;
import java.util.Set;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.ConversationId;
import viva.contracts.MessageId;
import viva.contracts.Reading;
import viva.contracts.message.SpeakV1;
import viva.life.conversation.Encounter;
import viva.life.conversation.Line;
import viva.life.conversation.Spoken;
import viva.life.encounter.Block;
import viva.life.presence.Reach;

/**
 * What a transaction read from the database before it decides.
 *
 * @param profiles of the avatars that its tasks are about
 * @param recent the latest messages of talks with owners; may be added to
 * @param encounters that its tasks may end or carry on
 * @param untold encounters of avatars that are to be erased, whoever hosts them, whose end nobody was told yet
 * @param lines of those encounters
 * @param reaches what avatars may write first
 * @param news what happened to avatars whose owners come back, or ask
 * @param readings of the owners' messages among its tasks
 * @param blocks that stand between avatars of its tasks and those whom they have to do with
 * @param reminded of avatars that are to be erased: whose past still names them
 */
public record Known(
        Map<AvatarId, AvatarProfile> profiles,
        Map<ConversationId, List<Spoken>> recent,
        Map<ConversationId, Encounter> encounters,
        Map<AvatarId, List<Encounter>> untold,
        Map<ConversationId, List<Line>> lines,
        Map<AvatarId, Reach> reaches,
        Map<AvatarId, List<SpeakV1.News>> news,
        Map<MessageId, Reading> readings,
        Set<Block> blocks,
        Map<AvatarId, Set<AvatarId>> reminded) {}
