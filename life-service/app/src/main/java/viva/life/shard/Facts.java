package viva.life.shard;

import java.util.List;
import java.util.Map;
import java.util.Set;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.ConversationId;
import viva.contracts.message.SpeakV1;
import viva.life.conversation.Encounter;
import viva.life.conversation.Line;
import viva.life.conversation.Spoken;
import viva.life.resident.OutreachQuota;
import viva.life.tie.Block;

/**
 * What a transaction read from the database before its decisions.
 *
 * @param profiles of the avatars that its tasks are about
 * @param recent the latest messages of conversations with owners
 * @param encounters that its tasks may end or carry on
 * @param lines of those encounters
 * @param open encounters of avatars that are to be erased, of any host, whose end their partners were not told of
 * @param mentions of avatars that are to be erased: who has them in their history
 * @param quotas of avatars that may write to their owners first
 * @param news of avatars whose owners come back, or ask
 * @param blocks between avatars of its tasks and those whom they have to do with
 */
record Facts(
        Map<AvatarId, AvatarProfile> profiles,
        Map<ConversationId, List<Spoken>> recent,
        Map<ConversationId, Encounter> encounters,
        Map<ConversationId, List<Line>> lines,
        Map<AvatarId, List<Encounter>> open,
        Map<AvatarId, Set<AvatarId>> mentions,
        Map<AvatarId, OutreachQuota> quotas,
        Map<AvatarId, List<SpeakV1.News>> news,
        Set<Block> blocks) {
    static final Facts NONE =
            new Facts(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Set.of());
}
