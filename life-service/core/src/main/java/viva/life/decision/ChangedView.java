package viva.life.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.ConversationId;
import viva.contracts.MessageId;
import viva.contracts.Reading;
import viva.contracts.message.SpeakV1;
import viva.life.conversation.Ask;
import viva.life.conversation.Encounter;
import viva.life.conversation.Line;
import viva.life.conversation.Spoken;
import viva.life.resident.OutreachQuota;
import viva.life.resident.Resident;
import viva.life.tie.Block;

/** What a view shows after some changes. */
public class ChangedView implements View {
    private final View before;
    private final Map<AvatarId, Resident> residents = new HashMap<>();
    private final Map<AvatarId, AvatarProfile> profiles = new HashMap<>();
    private final Map<MessageId, Ask> asks = new HashMap<>();
    private final Set<MessageId> settled = new HashSet<>();
    private final Map<ConversationId, List<Spoken>> uttered = new HashMap<>();
    private final Map<ConversationId, Encounter> encounters = new HashMap<>();
    private final Set<ConversationId> dissolved = new HashSet<>();
    private final Map<AvatarId, OutreachQuota> quotas = new HashMap<>();
    private final Map<Block, Boolean> blocks = new HashMap<>();

    public ChangedView(View before) {
        this.before = before;
    }

    /** Shows one more change. */
    public final void apply(Change change) {
        switch (change) {
            case Change.Born(Resident resident, AvatarProfile profile) -> settle(resident, profile);
            case Change.ProfileChanged(Resident resident, AvatarProfile profile) -> settle(resident, profile);
            case Change.ResidentChanged(Resident resident) -> residents.put(resident.id(), resident);
            case Change.Erased(Resident tombstone) -> residents.put(tombstone.id(), tombstone);
            case Change.Uttered uttering ->
                uttered.computeIfAbsent(uttering.utterance().conversation(), id -> new ArrayList<>())
                        .add(uttering.spoken());
            case Change.EncounterBegun(Encounter encounter) -> encounters.put(encounter.id(), encounter);
            case Change.EncounterChanged(Encounter encounter) -> encounters.put(encounter.id(), encounter);
            case Change.EncounterDissolved(ConversationId encounter, AvatarId _) -> dissolved.add(encounter);
            case Change.BlockChanged(Block block, boolean stands) -> blocks.put(block, stands);
            case Change.QuotaChanged(AvatarId avatar, OutreachQuota quota) -> quotas.put(avatar, quota);
            case Change.AnswerPostponed(Ask ask) -> asks.put(ask.inReplyTo(), ask);
            case Change.AnswerSettled settling -> settled.add(settling.ask().inReplyTo());
            case Change.AnswerAwaited _,
                    Change.LineSaid _,
                    Change.InputApplied _,
                    Change.ConversationOpened _,
                    Change.TombstoneErased _,
                    Change.HistoryForgets _ -> {}
        }
    }

    private void settle(Resident resident, AvatarProfile profile) {
        residents.put(resident.id(), resident);
        profiles.put(resident.id(), profile);
    }

    @Override
    public Resident resident(AvatarId id) {
        Resident changed = residents.get(id);
        return changed == null ? before.resident(id) : changed;
    }

    @Override
    public boolean isUnreadable(AvatarId id) {
        return before.isUnreadable(id);
    }

    @Override
    public AvatarProfile profile(AvatarId id) {
        AvatarProfile changed = profiles.get(id);
        return changed == null ? before.profile(id) : changed;
    }

    @Override
    public Ask ask(MessageId inReplyTo) {
        if (settled.contains(inReplyTo)) {
            return null;
        }
        Ask changed = asks.get(inReplyTo);
        return changed == null ? before.ask(inReplyTo) : changed;
    }

    @Override
    public List<Spoken> recent(ConversationId conversation) {
        List<Spoken> added = uttered.get(conversation);
        if (added == null) {
            return before.recent(conversation);
        }
        List<Spoken> all = new ArrayList<>(before.recent(conversation));
        all.addAll(added);
        return all;
    }

    @Override
    public Encounter encounter(ConversationId id) {
        if (dissolved.contains(id)) {
            return null;
        }
        Encounter changed = encounters.get(id);
        return changed == null ? before.encounter(id) : changed;
    }

    @Override
    public boolean isDissolved(ConversationId encounter) {
        return dissolved.contains(encounter) || before.isDissolved(encounter);
    }

    @Override
    public List<Line> lines(ConversationId encounter) {
        return before.lines(encounter);
    }

    @Override
    public List<Encounter> openEncounters(AvatarId avatar) {
        return before.openEncounters(avatar).stream()
                .map(encounter ->
                        Optional.ofNullable(encounters.get(encounter.id())).orElse(encounter))
                .filter(encounter -> !encounter.isOver() && !dissolved.contains(encounter.id()))
                .toList();
    }

    @Override
    public Set<AvatarId> mentionsOf(AvatarId avatar) {
        return before.mentionsOf(avatar);
    }

    @Override
    public OutreachQuota quota(AvatarId avatar) {
        OutreachQuota changed = quotas.get(avatar);
        return changed == null ? before.quota(avatar) : changed;
    }

    @Override
    public List<SpeakV1.News> news(AvatarId avatar) {
        return before.news(avatar);
    }

    @Override
    public Reading reading(MessageId message) {
        return before.reading(message);
    }

    @Override
    public List<SpeakV1.Memory> recalled(MessageId message) {
        return before.recalled(message);
    }

    @Override
    public boolean stands(Block block) {
        Boolean changed = blocks.get(block);
        return changed == null ? before.stands(block) : changed;
    }
}
