package viva.life.shard;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.ConversationId;
import viva.contracts.ShardId;
import viva.life.conversation.EncounterTable;
import viva.life.conversation.LineTable;
import viva.life.conversation.MessageTable;
import viva.life.conversation.NewsTable;
import viva.life.conversation.Sitting;
import viva.life.decision.Read;
import viva.life.encounter.BlockTable;
import viva.life.history.ForgettingTable;
import viva.life.outreach.ReachTable;
import viva.life.resident.MindTable;

/** Reads what the decisions of a transaction need: one statement for each kind of {@link Read}, all of them sent at once. */
final class FactReader {
    private final Set<AvatarId> profiles = new HashSet<>();
    private final Set<ConversationId> talks = new HashSet<>();
    private final Set<ConversationId> encounters = new HashSet<>();
    private final Set<ConversationId> scripts = new HashSet<>();
    private final Set<AvatarId> open = new HashSet<>();
    private final Set<AvatarId> mentioned = new HashSet<>();
    private final Set<AvatarId> quotas = new HashSet<>();
    private final Map<AvatarId, Instant> news = new HashMap<>();
    private final Set<Read.BlocksBetween> pairs = new HashSet<>();

    FactReader(Collection<Read> reads) {
        reads.forEach(this::add);
    }

    private void add(Read read) {
        switch (read) {
            case Read.Profile(AvatarId avatar) -> profiles.add(avatar);
            case Read.RecentMessages(ConversationId conversation) -> talks.add(conversation);
            case Read.HostedEncounter(ConversationId encounter) -> encounters.add(encounter);
            case Read.LinesOf(ConversationId encounter) -> scripts.add(encounter);
            case Read.OpenEncounters(AvatarId avatar) -> open.add(avatar);
            case Read.MentionsOf(AvatarId avatar) -> mentioned.add(avatar);
            case Read.Quota(AvatarId avatar) -> quotas.add(avatar);
            case Read.NewsSince(AvatarId avatar, Instant since) ->
                news.merge(avatar, since, (one, other) -> one.isBefore(other) ? one : other);
            case Read.BlocksBetween pair -> pairs.add(pair);
        }
    }

    /** Profiles that are cached are not read again. */
    Uni<Facts> read(SqlConnection tx, ShardId shard, Profiles cache) {
        Map<AvatarId, AvatarProfile> known = cache.some(profiles);
        List<AvatarId> missing = new ArrayList<>(profiles);
        missing.removeAll(known.keySet());
        return Uni.combine()
                .all()
                .unis(
                        MindTable.profiles(tx, shard, missing),
                        MessageTable.recent(tx, shard, talks, Sitting.MOST_MESSAGES),
                        EncounterTable.some(tx, shard, encounters),
                        EncounterTable.untold(tx, open),
                        LineTable.of(tx, shard, scripts),
                        ReachTable.some(tx, shard, quotas),
                        NewsTable.since(tx, shard, news),
                        BlockTable.among(tx, shard, pairs),
                        ForgettingTable.reminded(tx, mentioned))
                .with((read, recent, found, untold, lines, quota, told, blocks, mentions) -> {
                    cache.add(read);
                    known.putAll(read);
                    return new Facts(known, recent, found, lines, untold, mentions, quota, told, blocks);
                });
    }
}
