package viva.life.input;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
import viva.life.encounter.Block;
import viva.life.encounter.BlockTable;
import viva.life.mind.Input;
import viva.life.presence.Reach;
import viva.life.presence.ReachTable;
import viva.life.resident.Journal;
import viva.life.resident.MindTable;
import viva.life.resident.Resident;
import viva.platform.messaging.Outgoing;
import viva.platform.outbox.Outbox;

/**
 * Everything that one transaction of a shard is going to change and say. Nothing of it holds before the transaction is committed;
 * what was committed is read back from here into memory.
 */
public final class Ledger {
    private final Map<AvatarId, Resident> residents = new LinkedHashMap<>();
    private final Map<AvatarId, AvatarProfile> profiles = new LinkedHashMap<>();
    private final Set<AvatarId> newborns = new LinkedHashSet<>();
    private final List<Journal.Entry> journal = new ArrayList<>();
    private final List<Opening> openings = new ArrayList<>();
    private final List<Utterance> utterances = new ArrayList<>();
    private final Map<ConversationId, Encounter> begun = new LinkedHashMap<>();
    private final Map<ConversationId, Encounter> encounters = new LinkedHashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final Map<Block, Boolean> blocks = new LinkedHashMap<>();
    private final Map<AvatarId, Reach> reaches = new LinkedHashMap<>();
    private final Map<MessageId, Ask> asks = new LinkedHashMap<>();
    private final Map<MessageId, Ask> postponed = new LinkedHashMap<>();
    private final Set<MessageId> answered = new LinkedHashSet<>();
    private final Erasing erasing = new Erasing();
    private final List<Outgoing> outgoing = new ArrayList<>();

    void keep(Resident resident) {
        residents.put(resident.id(), resident);
    }

    /** A resident with a new profile. */
    void settle(Resident resident, AvatarProfile profile) {
        keep(resident);
        profiles.put(resident.id(), profile);
    }

    /** An avatar that never was here begins to live. */
    void bear(Resident newborn, AvatarProfile profile) {
        settle(newborn, profile);
        newborns.add(newborn.id());
    }

    /** An input with {@code id} left the resident like this. */
    void note(Resident after, UUID id, Input input) {
        journal.add(new Journal.Entry(after.id(), id, input, after.mind()));
    }

    void erase(Resident tombstone) {
        settle(tombstone, null);
        erasing.erase(tombstone.id());
    }

    /** Once more, of one that was erased before: with its mark goes its id. */
    void bury(AvatarId tombstone) {
        erasing.bury(tombstone);
    }

    /** The id of {@code gone} is to be taken out of the past of {@code stays}. */
    void forget(AvatarId stays, AvatarId gone) {
        erasing.forget(stays, gone);
    }

    /** A conversation that nothing was said in yet. */
    void open(Opening opening) {
        openings.add(opening);
    }

    void utter(Utterance utterance) {
        utterances.add(utterance);
    }

    /** Two avatars begin to talk. */
    void begin(Encounter encounter) {
        begun.put(encounter.id(), encounter);
    }

    /** An encounter went on, or ended. */
    void keep(Encounter encounter) {
        if (begun.containsKey(encounter.id())) {
            begun.put(encounter.id(), encounter);
        }
        encounters.put(encounter.id(), encounter);
    }

    /** One of the two is gone: of what they said stays what the other one said. */
    void forget(ConversationId encounter, AvatarId gone) {
        erasing.forget(encounter, gone);
    }

    /** A block stands from now on, or does no longer. */
    void block(Block block, boolean stands) {
        blocks.put(block, stands);
    }

    void say(Line line) {
        lines.add(line);
    }

    void keep(AvatarId avatar, Reach reach) {
        reaches.put(avatar, reach);
    }

    void ask(Ask ask) {
        asks.put(ask.inReplyTo(), ask);
    }

    /** An answer is awaited for longer. */
    void postpone(Ask ask) {
        postponed.put(ask.inReplyTo(), ask);
    }

    void answer(Ask ask) {
        answered.add(ask.inReplyTo());
    }

    void say(Outgoing message) {
        outgoing.add(message);
    }

    Resident resident(AvatarId id) {
        return residents.get(id);
    }

    AvatarProfile profile(AvatarId id) {
        return profiles.get(id);
    }

    Encounter encounter(ConversationId id) {
        Encounter changed = encounters.get(id);
        return changed == null ? begun.get(id) : changed;
    }

    boolean isForgotten(ConversationId encounter) {
        return erasing.isForgotten(encounter);
    }

    Reach reach(AvatarId id) {
        return reaches.get(id);
    }

    /** Null when it did not change here. */
    Boolean stands(Block block) {
        return blocks.get(block);
    }

    /** Null when it was not postponed here. */
    Ask postponed(MessageId inReplyTo) {
        return postponed.get(inReplyTo);
    }

    boolean isAnswered(MessageId inReplyTo) {
        return answered.contains(inReplyTo);
    }

    /** Residents that changed. */
    public Collection<Resident> residents() {
        return residents.values();
    }

    /** New profiles; null for an avatar that was erased. */
    public Map<AvatarId, AvatarProfile> profiles() {
        return profiles;
    }

    /** Encounters that began or went on, as they are now. */
    public Collection<Encounter> encounters() {
        Map<ConversationId, Encounter> all = new LinkedHashMap<>(begun);
        all.putAll(encounters);
        return all.values();
    }

    /** Answers that are awaited from now on. */
    public Collection<Ask> asks() {
        return asks.values();
    }

    /** Answers that are awaited for longer than before. */
    public Collection<Ask> postponed() {
        return postponed.values();
    }

    /** Messages that got their answer. */
    public Set<MessageId> answered() {
        return answered;
    }

    public Set<AvatarId> erased() {
        return erasing.erased();
    }

    /**
     * Writes all of it. The statements are sent in this order without waiting for each other's answers: a transaction costs one way to the
     * database and back instead of a dozen. What is erased goes after the last answer, so that nothing of this transaction outlives it.
     */
    public Uni<Void> write(SqlConnection tx, ShardId shard, Outbox outbox) {
        Map<Boolean, List<MindTable.Settled>> settled = profiles.keySet().stream()
                .map(id -> new MindTable.Settled(residents.get(id), profiles.get(id)))
                .collect(Collectors.partitioningBy(
                        it -> newborns.contains(it.resident().id())));
        List<Resident> changed = residents.values().stream()
                .filter(resident -> !profiles.containsKey(resident.id()))
                .toList();
        Map<Boolean, List<Block>> changedBlocks =
                blocks.keySet().stream().collect(Collectors.partitioningBy(blocks::get));
        return Uni.join()
                .all(List.of(
                        MindTable.bear(tx, shard, settled.get(true)),
                        MindTable.settle(tx, shard, settled.get(false)),
                        MindTable.change(tx, shard, changed),
                        Journal.append(tx, shard, journal),
                        MessageTable.open(tx, shard, openings),
                        MessageTable.append(tx, shard, utterances),
                        EncounterTable.open(tx, shard, List.copyOf(begun.values())),
                        EncounterTable.change(tx, shard, List.copyOf(encounters.values())),
                        LineTable.append(tx, shard, lines),
                        AnswerTable.ask(tx, shard, List.copyOf(asks.values())),
                        AnswerTable.postpone(tx, shard, postponed.values()),
                        AnswerTable.spoken(tx, shard, answered),
                        ReachTable.put(tx, shard, reaches),
                        BlockTable.put(tx, shard, changedBlocks.get(true)),
                        BlockTable.lift(tx, shard, changedBlocks.get(false)),
                        outbox.append(tx, shard, outgoing)))
                .andFailFast()
                .chain(() -> erasing.write(tx, shard));
    }
}
