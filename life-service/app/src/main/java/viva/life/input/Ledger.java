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
import viva.contracts.AvatarId;
import viva.contracts.MessageId;
import viva.contracts.ShardId;
import viva.life.conversation.AnswerTable;
import viva.life.conversation.Ask;
import viva.life.conversation.MessageTable;
import viva.life.conversation.Opening;
import viva.life.conversation.Utterance;
import viva.life.history.SampleTable;
import viva.life.mind.Input;
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
    private final List<Journal.Entry> journal = new ArrayList<>();
    private final List<Opening> openings = new ArrayList<>();
    private final List<Utterance> utterances = new ArrayList<>();
    private final Map<MessageId, Ask> asks = new LinkedHashMap<>();
    private final Set<MessageId> answered = new LinkedHashSet<>();
    private final Set<AvatarId> erased = new LinkedHashSet<>();
    private final List<Outgoing> outgoing = new ArrayList<>();

    void keep(Resident resident) {
        residents.put(resident.id(), resident);
    }

    /** The resident as an input with {@code id} left it. */
    void keep(Resident resident, UUID id, Input input) {
        keep(resident);
        journal.add(new Journal.Entry(resident.id(), id, input, resident.mind()));
    }

    void erase(Resident tombstone) {
        keep(tombstone);
        erased.add(tombstone.id());
    }

    /** A conversation that nothing was said in yet. */
    void open(Opening opening) {
        openings.add(opening);
    }

    void utter(Utterance utterance) {
        utterances.add(utterance);
    }

    void ask(Ask ask) {
        asks.put(ask.inReplyTo(), ask);
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

    boolean isAnswered(MessageId inReplyTo) {
        return answered.contains(inReplyTo);
    }

    /** Residents that changed. */
    public Collection<Resident> residents() {
        return residents.values();
    }

    /** Answers that are awaited from now on. */
    public Collection<Ask> asks() {
        return asks.values();
    }

    /** Messages that got their answer. */
    public Set<MessageId> answered() {
        return answered;
    }

    public Set<AvatarId> erased() {
        return erased;
    }

    /** Writes all of it; what is erased goes last, so that nothing of this transaction outlives it. */
    public Uni<Void> write(SqlConnection tx, ShardId shard, Outbox outbox) {
        return MindTable.put(tx, shard, residents.values())
                .chain(() -> Journal.append(tx, shard, journal))
                .chain(() -> MessageTable.open(tx, shard, openings))
                .chain(() -> MessageTable.append(tx, shard, utterances))
                .chain(() -> AnswerTable.ask(tx, shard, List.copyOf(asks.values())))
                .chain(() -> AnswerTable.spoken(tx, shard, answered))
                .chain(() -> MessageTable.erase(tx, shard, erased))
                .chain(() -> SampleTable.erase(tx, shard, erased))
                .chain(() -> outbox.append(tx, shard, outgoing));
    }
}
