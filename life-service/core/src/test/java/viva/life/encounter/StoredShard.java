package viva.life.encounter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.ConversationId;
import viva.contracts.MessageId;
import viva.contracts.Reading;
import viva.contracts.message.SpeakV1;
import viva.life.command.Decisions;
import viva.life.command.Reads;
import viva.life.command.Trigger;
import viva.life.conversation.Ask;
import viva.life.conversation.Encounter;
import viva.life.conversation.Line;
import viva.life.conversation.Spoken;
import viva.life.conversation.Utterance;
import viva.life.decision.Change;
import viva.life.decision.Decision;
import viva.life.decision.Now;
import viva.life.decision.Read;
import viva.life.decision.View;
import viva.life.resident.OutreachQuota;
import viva.life.resident.Resident;
import viva.life.tie.Block;

/** The shard of one avatar, in memory. A decision sees what {@link Reads} names for it, and nothing else. */
final class StoredShard {
    private final Map<AvatarId, Resident> residents = new LinkedHashMap<>();
    private final Map<AvatarId, AvatarProfile> profiles = new HashMap<>();
    private final Map<ConversationId, Encounter> encounters = new LinkedHashMap<>();
    private final Map<ConversationId, List<Line>> lines = new HashMap<>();
    private final Map<MessageId, Ask> asks = new LinkedHashMap<>();
    private final Map<AvatarId, OutreachQuota> quotas = new HashMap<>();
    private final Set<Block> blocks = new HashSet<>();
    private final Set<UUID> inbox = new HashSet<>();
    private final Map<ConversationId, List<Spoken>> talks = new HashMap<>();
    private final Map<MessageId, Reading> readings = new HashMap<>();
    private List<SpeakV1.Memory> recalled = List.of();

    private final Supplier<Stream<Encounter>> everywhere;

    /** @param everywhere the encounters of all shards: one table has them */
    StoredShard(Supplier<Stream<Encounter>> everywhere) {
        this.everywhere = everywhere;
    }

    boolean isNew(UUID command) {
        return !inbox.contains(command);
    }

    Resident resident(AvatarId id) {
        return residents.get(id);
    }

    void reads(MessageId message, Reading reading) {
        readings.put(message, reading);
    }

    void recalls(List<SpeakV1.Memory> memories) {
        recalled = memories;
    }

    Map<ConversationId, Encounter> encounters() {
        return encounters;
    }

    List<Line> lines(ConversationId encounter) {
        return lines.getOrDefault(encounter, List.of());
    }

    Decision decide(Decisions decisions, Trigger trigger, Now now) {
        Set<Read> reads = Reads.needs(trigger, new Known(Set.of()), now);
        Decision decision = decisions.decide(trigger, new Known(reads), now);
        assertThat(decisions.decide(trigger, new Known(reads), now)).isEqualTo(decision);
        return decision;
    }

    void commit(UUID command, Decision decision) {
        inbox.add(command);
        decision.changes().forEach(this::apply);
    }

    private void apply(Change change) {
        switch (change) {
            case Change.Born(Resident resident, AvatarProfile profile) -> settle(resident, profile);
            case Change.ProfileChanged(Resident resident, AvatarProfile profile) -> settle(resident, profile);
            case Change.ResidentChanged(Resident resident) -> residents.put(resident.id(), resident);
            case Change.Erased(Resident tombstone) -> {
                settle(tombstone, null);
                asks.values().removeIf(ask -> ask.avatar().equals(tombstone.id()));
            }
            case Change.EncounterBegun(Encounter encounter) -> encounters.put(encounter.id(), encounter);
            case Change.EncounterChanged(Encounter encounter) -> encounters.put(encounter.id(), encounter);
            case Change.EncounterDissolved(ConversationId encounter, AvatarId _) -> encounters.remove(encounter);
            case Change.LineSaid(Line line) ->
                lines.computeIfAbsent(line.encounter(), id -> new ArrayList<>()).add(line);
            case Change.BlockChanged(Block block, boolean stands) -> {
                blocks.remove(block);
                if (stands) {
                    blocks.add(block);
                }
            }
            case Change.QuotaChanged(AvatarId avatar, OutreachQuota quota) -> quotas.put(avatar, quota);
            case Change.AnswerAwaited(Ask ask) -> asks.put(ask.inReplyTo(), ask);
            case Change.AnswerPostponed(Ask ask) -> asks.put(ask.inReplyTo(), ask);
            case Change.AnswerSettled settled -> asks.remove(settled.ask().inReplyTo());
            case Change.Uttered(Utterance said, Instant at) ->
                talks.computeIfAbsent(said.conversation(), id -> new ArrayList<>())
                        .add(new Spoken(said.author(), said.content(), at, said.about()));
            case Change.InputApplied _,
                    Change.ConversationOpened _,
                    Change.TombstoneErased _,
                    Change.HistoryForgets _ -> {}
        }
    }

    private void settle(Resident resident, AvatarProfile profile) {
        residents.put(resident.id(), resident);
        profiles.put(resident.id(), profile);
    }

    /** What time brings: ticks, turns and answers that are due. */
    List<Trigger> due(Now now) {
        List<Trigger> due = new ArrayList<>();
        for (Resident resident : residents.values()) {
            if (resident.isLiving()
                    && resident.mind().nextTickMillis() <= now.world().millis()) {
                due.add(new Trigger.TicksDue(resident.id(), now.world(), true));
            }
        }
        asks.values().stream()
                .filter(ask -> !ask.dueAt().isAfter(now.real()))
                .forEach(ask -> due.add(new Trigger.AnswerDue(ask)));
        encounters.values().stream()
                .filter(encounter -> wantsWords(encounter, now))
                .forEach(encounter -> due.add(new Trigger.TurnDue(encounter)));
        return due;
    }

    private boolean wantsWords(Encounter encounter, Now now) {
        return encounter.voiced()
                && encounter.spoken() < encounter.toSpeak()
                && encounter.turnAt(encounter.spoken()).compareTo(now.world()) <= 0
                && !asks.containsKey(encounter.message(encounter.spoken()));
    }

    /** What was read, and residents and awaited answers, which a shard has in memory. */
    private final class Known implements View {
        private final Set<Read> reads;

        Known(Set<Read> reads) {
            this.reads = reads;
        }

        @Override
        public Resident resident(AvatarId id) {
            return residents.get(id);
        }

        @Override
        public boolean isUnreadable(AvatarId id) {
            return false;
        }

        @Override
        public Ask ask(MessageId inReplyTo) {
            return asks.get(inReplyTo);
        }

        @Override
        public AvatarProfile profile(AvatarId id) {
            return reads.contains(new Read.Profile(id)) ? profiles.get(id) : null;
        }

        @Override
        public List<Spoken> recent(ConversationId conversation) {
            return reads.contains(new Read.RecentMessages(conversation))
                    ? List.copyOf(talks.getOrDefault(conversation, List.of()))
                    : List.of();
        }

        @Override
        public Encounter encounter(ConversationId id) {
            return reads.contains(new Read.HostedEncounter(id)) ? encounters.get(id) : null;
        }

        @Override
        public List<Line> lines(ConversationId encounter) {
            return reads.contains(new Read.LinesOf(encounter)) ? StoredShard.this.lines(encounter) : List.of();
        }

        @Override
        public List<Encounter> openEncounters(AvatarId avatar) {
            return reads.contains(new Read.OpenEncounters(avatar))
                    ? everywhere.get().filter(each -> isOpenOf(avatar, each)).toList()
                    : List.of();
        }

        private static boolean isOpenOf(AvatarId avatar, Encounter encounter) {
            return !encounter.isOver()
                    && (encounter.host().id().equals(avatar)
                            || encounter.guest().id().equals(avatar));
        }

        @Override
        public Set<AvatarId> mentionsOf(AvatarId avatar) {
            return Set.of();
        }

        @Override
        public OutreachQuota quota(AvatarId avatar) {
            return reads.contains(new Read.Quota(avatar)) ? quotas.get(avatar) : null;
        }

        @Override
        public List<SpeakV1.News> news(AvatarId avatar) {
            return List.of();
        }

        @Override
        public Reading reading(MessageId message) {
            return readings.get(message);
        }

        @Override
        public List<SpeakV1.Memory> recalled(MessageId message) {
            return recalled;
        }

        @Override
        public boolean stands(Block block) {
            return reads.contains(new Read.BlocksBetween(block.avatar(), block.other())) && blocks.contains(block);
        }
    }
}
