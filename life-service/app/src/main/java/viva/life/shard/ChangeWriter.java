package viva.life.shard;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.ConversationId;
import viva.contracts.MessageId;
import viva.contracts.ShardId;
import viva.life.conversation.AnswerTable;
import viva.life.conversation.Ask;
import viva.life.conversation.Encounter;
import viva.life.conversation.EncounterTable;
import viva.life.conversation.Line;
import viva.life.conversation.LineTable;
import viva.life.conversation.MessageTable;
import viva.life.conversation.Opening;
import viva.life.conversation.Utterance;
import viva.life.decision.Change;
import viva.life.encounter.BlockTable;
import viva.life.history.Journal;
import viva.life.outreach.ReachTable;
import viva.life.resident.MindTable;
import viva.life.resident.OutreachQuota;
import viva.life.resident.Resident;
import viva.life.tie.Block;
import viva.platform.messaging.Outgoing;
import viva.platform.outbox.Outbox;

/** Writes the changes and messages of a transaction: one statement for each kind, however many there are of it. Of what changed twice the last is written. */
final class ChangeWriter {
    private final Map<AvatarId, Resident> residents = new LinkedHashMap<>();
    private final Map<AvatarId, AvatarProfile> newborns = new LinkedHashMap<>();
    private final Map<AvatarId, AvatarProfile> profiles = new LinkedHashMap<>();
    private final List<Change.InputApplied> inputs = new ArrayList<>();
    private final List<Opening> openings = new ArrayList<>();
    private final List<Utterance> utterances = new ArrayList<>();
    private final Map<ConversationId, Encounter> begun = new LinkedHashMap<>();
    private final Map<ConversationId, Encounter> encounters = new LinkedHashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final Map<Block, Boolean> blocks = new LinkedHashMap<>();
    private final Map<AvatarId, OutreachQuota> quotas = new LinkedHashMap<>();
    private final List<Ask> asks = new ArrayList<>();
    private final List<Ask> postponed = new ArrayList<>();
    private final Set<MessageId> settled = new LinkedHashSet<>();
    private final ErasureWriter erasure = new ErasureWriter();

    ChangeWriter(List<Change> changes) {
        changes.forEach(this::add);
    }

    private void add(Change change) {
        switch (change) {
            case Change.Born(Resident resident, AvatarProfile profile) -> {
                residents.put(resident.id(), resident);
                newborns.put(resident.id(), profile);
            }
            case Change.ProfileChanged(Resident resident, AvatarProfile profile) -> {
                residents.put(resident.id(), resident);
                (newborns.containsKey(resident.id()) ? newborns : profiles).put(resident.id(), profile);
            }
            case Change.ResidentChanged(Resident resident) -> residents.put(resident.id(), resident);
            case Change.Erased(Resident tombstone) -> {
                residents.put(tombstone.id(), tombstone);
                (newborns.containsKey(tombstone.id()) ? newborns : profiles).put(tombstone.id(), null);
                erasure.erase(tombstone.id());
            }
            case Change.TombstoneErased(AvatarId avatar) -> erasure.eraseTombstone(avatar);
            case Change.HistoryForgets forgetting -> erasure.forget(forgetting);
            case Change.InputApplied input -> inputs.add(input);
            case Change.ConversationOpened(Opening opening) -> openings.add(opening);
            case Change.Uttered uttered -> utterances.add(uttered.utterance());
            case Change.EncounterBegun(Encounter encounter) -> begun.put(encounter.id(), encounter);
            case Change.EncounterChanged(Encounter encounter) -> {
                begun.computeIfPresent(encounter.id(), (id, before) -> encounter);
                encounters.put(encounter.id(), encounter);
            }
            case Change.EncounterDissolved(ConversationId encounter, AvatarId gone) ->
                erasure.dissolve(encounter, gone);
            case Change.LineSaid(Line line) -> lines.add(line);
            case Change.BlockChanged(Block block, boolean stands) -> blocks.put(block, stands);
            case Change.QuotaChanged(AvatarId avatar, OutreachQuota quota) -> quotas.put(avatar, quota);
            case Change.AnswerAwaited(Ask ask) -> asks.add(ask);
            case Change.AnswerPostponed(Ask ask) -> postponed.add(ask);
            case Change.AnswerSettled settling -> settled.add(settling.ask().inReplyTo());
        }
    }

    /**
     * Sends the statements without waiting for each other's answers: a transaction costs one round trip instead of a dozen. What is erased goes
     * after the last answer, so that nothing of this transaction outlives it.
     */
    Uni<Void> write(SqlConnection tx, ShardId shard, Outbox outbox, List<Outgoing> messages) {
        List<Resident> moved = residents.values().stream()
                .filter(resident -> !profiles.containsKey(resident.id()) && !newborns.containsKey(resident.id()))
                .toList();
        return Uni.join()
                .all(List.of(
                        MindTable.bear(tx, shard, settled(newborns)),
                        MindTable.settle(tx, shard, settled(profiles)),
                        MindTable.change(tx, shard, moved),
                        Journal.append(tx, shard, inputs),
                        MessageTable.open(tx, shard, openings),
                        MessageTable.append(tx, shard, utterances),
                        EncounterTable.open(tx, shard, List.copyOf(begun.values())),
                        EncounterTable.change(tx, shard, List.copyOf(encounters.values())),
                        LineTable.append(tx, shard, lines),
                        AnswerTable.ask(tx, shard, asks),
                        AnswerTable.postpone(tx, shard, postponed),
                        AnswerTable.spoken(tx, shard, settled),
                        ReachTable.put(tx, shard, quotas),
                        BlockTable.put(tx, shard, changed(true)),
                        BlockTable.lift(tx, shard, changed(false)),
                        outbox.append(tx, shard, messages)))
                .andFailFast()
                .chain(() -> erasure.write(tx, shard));
    }

    private List<MindTable.Settled> settled(Map<AvatarId, AvatarProfile> changed) {
        return changed.entrySet().stream()
                .map(each -> new MindTable.Settled(residents.get(each.getKey()), each.getValue()))
                .toList();
    }

    private List<Block> changed(boolean stands) {
        return blocks.keySet().stream()
                .filter(block -> blocks.get(block) == stands)
                .toList();
    }
}
