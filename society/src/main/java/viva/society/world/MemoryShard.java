package viva.society.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import viva.life.decision.Change;
import viva.life.decision.View;
import viva.life.mind.Mind;
import viva.life.resident.OutreachQuota;
import viva.life.resident.Resident;
import viva.life.tie.Block;

/** The shard of one avatar, in memory. Of its encounters it keeps those that are not over. */
final class MemoryShard implements View {
    private final Map<ConversationId, Encounter> hosted = new HashMap<>();
    private Resident resident;
    private AvatarProfile profile;

    Resident resident() {
        return resident;
    }

    AvatarProfile profile() {
        return profile;
    }

    /** Ticks were lived that need no decision. */
    void lived(Mind mind) {
        resident = resident.with(mind);
    }

    void apply(Change change) {
        switch (change) {
            case Change.Born born -> {
                resident = born.resident();
                profile = born.profile();
            }
            case Change.ResidentChanged changed -> resident = changed.resident();
            case Change.EncounterBegun begun -> store(begun.encounter());
            case Change.EncounterChanged changed -> store(changed.encounter());
            case Change.InputApplied _, Change.ConversationOpened _ -> {}
            case Change.ProfileChanged _,
                    Change.Erased _,
                    Change.TombstoneErased _,
                    Change.HistoryForgets _,
                    Change.Uttered _,
                    Change.EncounterDissolved _,
                    Change.LineSaid _,
                    Change.BlockChanged _,
                    Change.QuotaChanged _,
                    Change.AnswerAwaited _,
                    Change.AnswerPostponed _,
                    Change.AnswerSettled _ ->
                throw new IllegalStateException("nobody owns, watches or erases an avatar here: " + change);
        }
    }

    private void store(Encounter encounter) {
        if (encounter.isOver()) {
            hosted.remove(encounter.id());
        } else {
            hosted.put(encounter.id(), encounter);
        }
    }

    @Override
    public Resident resident(AvatarId id) {
        return isHere(id) ? resident : null;
    }

    @Override
    public AvatarProfile profile(AvatarId id) {
        return isHere(id) ? profile : null;
    }

    private boolean isHere(AvatarId id) {
        return resident != null && resident.id().equals(id);
    }

    @Override
    public Encounter encounter(ConversationId id) {
        return hosted.get(id);
    }

    @Override
    public boolean isUnreadable(AvatarId id) {
        return false;
    }

    @Override
    public Ask ask(MessageId inReplyTo) {
        return null;
    }

    @Override
    public List<Spoken> recent(ConversationId conversation) {
        return List.of();
    }

    @Override
    public List<Line> lines(ConversationId encounter) {
        return List.of();
    }

    @Override
    public List<Encounter> openEncounters(AvatarId avatar) {
        return List.of();
    }

    @Override
    public Set<AvatarId> mentionsOf(AvatarId avatar) {
        return Set.of();
    }

    @Override
    public OutreachQuota quota(AvatarId avatar) {
        return null;
    }

    @Override
    public List<SpeakV1.News> news(AvatarId avatar) {
        return List.of();
    }

    @Override
    public List<SpeakV1.Memory> recalled(MessageId message) {
        return List.of();
    }

    @Override
    public Reading reading(MessageId message) {
        return null;
    }

    @Override
    public boolean stands(Block block) {
        return false;
    }
}
