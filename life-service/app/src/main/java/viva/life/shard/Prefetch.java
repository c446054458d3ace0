package viva.life.shard;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.ConversationId;
import viva.contracts.MessageId;
import viva.contracts.Reading;
import viva.contracts.ShardId;
import viva.contracts.message.ConversationCutV1;
import viva.contracts.message.LifecycleV1;
import viva.contracts.message.OwnerCameV1;
import viva.contracts.message.OwnerMessageV1;
import viva.contracts.message.SpeakV1;
import viva.contracts.message.WordsV1;
import viva.life.activity.InConversation;
import viva.life.conversation.Ask;
import viva.life.conversation.EncounterTable;
import viva.life.conversation.LineTable;
import viva.life.conversation.MessageTable;
import viva.life.conversation.NewsTable;
import viva.life.conversation.Sitting;
import viva.life.encounter.BlockTable;
import viva.life.history.ForgettingTable;
import viva.life.input.Inputs;
import viva.life.input.Known;
import viva.life.input.OwnerTalk;
import viva.life.presence.ReachTable;
import viva.life.resident.MindTable;
import viva.life.resident.Resident;
import viva.life.tie.Relations;

/** Finds out what the tasks of a transaction need to know, and reads it. */
final class Prefetch {
    private final Set<AvatarId> profiles = new HashSet<>();
    private final Set<ConversationId> talks = new HashSet<>();
    private final Set<ConversationId> encounters = new HashSet<>();
    private final Set<AvatarId> erased = new HashSet<>();
    private final Set<ConversationId> scripts = new HashSet<>();
    private final Set<AvatarId> reaches = new HashSet<>();
    private final Set<BlockTable.Pair> pairs = new HashSet<>();
    private final Map<AvatarId, Instant> away = new HashMap<>();
    private final Map<MessageId, Reading> readings = new HashMap<>();

    private final Inputs inputs;

    private Prefetch(Inputs inputs) {
        this.inputs = inputs;
    }

    static Prefetch of(
            List<Task> tasks,
            Set<UUID> fresh,
            Inputs inputs,
            Function<AvatarId, Resident> residents,
            Function<MessageId, Ask> asks) {
        Prefetch wanted = new Prefetch(inputs);
        for (Task task : tasks) {
            wanted.addCurrent(residents.apply(task.avatar()));
            switch (task) {
                case Task.Letter letter -> {
                    if (fresh.contains(letter.id())) {
                        wanted.add(letter, asks);
                    }
                }
                case Task.Overdue overdue -> wanted.addWords(overdue.ask());
                case Task.Due due -> {
                    Resident resident = residents.apply(due.avatar());
                    if (due.reaches() && resident != null && !resident.isErased()) {
                        wanted.talks.add(OwnerTalk.conversation(resident.id(), resident.owner()));
                    }
                }
                case Task.Turn turn -> {
                    wanted.encounters.add(turn.encounter().id());
                    wanted.scripts.add(turn.encounter().id());
                }
            }
        }
        return wanted;
    }

    private void addCurrent(Resident resident) {
        if (resident == null || resident.isErased()) {
            return;
        }
        profiles.add(resident.id());
        if (resident.mind().relations().ownerAtMillis() != Relations.NEVER) {
            reaches.add(resident.id());
        }
        if (resident.mind().activity() instanceof InConversation talking
                && talking.script() != null
                && talking.script().isHost()) {
            encounters.add(talking.conversation());
        }
    }

    private void add(Task.Letter letter, Function<MessageId, Ask> asks) {
        Inputs.conversationOf(letter.command()).ifPresent(talks::add);
        Inputs.otherOf(letter.command())
                .ifPresent(
                        other -> pairs.add(new BlockTable.Pair(letter.command().avatarId(), other)));
        if (letter.command() instanceof WordsV1 words) {
            addWords(asks.apply(words.inReplyTo()));
        } else if (letter.command() instanceof OwnerCameV1 came) {
            reaches.add(came.avatarId());
            Instant since = came.awaySince() == null ? came.cameAt() : came.awaySince();
            away.merge(came.avatarId(), since, Prefetch::earlier);
        } else if (letter.command() instanceof OwnerMessageV1 message) {
            profiles.add(message.avatarId());
            reaches.add(message.avatarId());
            if (letter.reading() != null) {
                Reading reading = letter.reading().settle();
                readings.put(message.messageId(), reading);
                inputs.newsSince(reading).ifPresent(since -> away.merge(message.avatarId(), since, Prefetch::earlier));
            }
        } else if (letter.command() instanceof ConversationCutV1 cut) {
            encounters.add(cut.conversationId());
        } else if (letter.command() instanceof LifecycleV1 lifecycle && lifecycle.wish() == LifecycleV1.Wish.ERASED) {
            erased.add(lifecycle.avatarId());
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void addWords(Ask ask) {
        if (ask != null && ask.request().data().occasion() == SpeakV1.Occasion.TURN) {
            encounters.add(ask.request().data().conversationId());
        }
    }

    /** Reads all of it at once; profiles that are known already are not read again. */
    Uni<Known> read(SqlConnection tx, ShardId shard, Profiles cache) {
        Map<AvatarId, AvatarProfile> known = cache.some(profiles);
        List<AvatarId> missing = new ArrayList<>(profiles);
        missing.removeAll(known.keySet());
        return Uni.combine()
                .all()
                .unis(
                        MindTable.profiles(tx, shard, missing),
                        MessageTable.recent(tx, shard, talks, Sitting.MOST_MESSAGES),
                        EncounterTable.some(tx, shard, encounters),
                        EncounterTable.untold(tx, erased),
                        LineTable.of(tx, shard, scripts),
                        ReachTable.some(tx, shard, reaches),
                        NewsTable.since(tx, shard, away),
                        BlockTable.among(tx, shard, pairs),
                        ForgettingTable.reminded(tx, erased))
                .with((read, recent, found, untold, lines, reach, news, blocks, reminded) -> {
                    cache.add(read);
                    known.putAll(read);
                    return new Known(known, recent, found, untold, lines, reach, news, readings, blocks, reminded);
                });
    }
}
