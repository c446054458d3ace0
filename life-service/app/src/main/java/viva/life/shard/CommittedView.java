package viva.life.shard;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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
import viva.life.decision.View;
import viva.life.resident.OutreachQuota;
import viva.life.resident.Resident;
import viva.life.tie.Block;

/**
 * What was committed before a transaction: residents and awaited answers are in the shard's memory, the rest was read.
 *
 * @param readings of the owners' messages among its tasks
 * @param recalled what came to mind at these messages, and at returns of owners
 */
record CommittedView(
        Population population,
        Function<MessageId, Ask> asks,
        Facts facts,
        Map<MessageId, Reading> readings,
        Map<MessageId, List<SpeakV1.Memory>> recalled)
        implements View {
    /** The same with what was read for it. */
    CommittedView with(Facts read) {
        return new CommittedView(population, asks, read, readings, recalled);
    }

    @Override
    public Resident resident(AvatarId id) {
        return population.get(id);
    }

    @Override
    public boolean isUnreadable(AvatarId id) {
        return population.isUnreadable(id);
    }

    @Override
    public Ask ask(MessageId inReplyTo) {
        return asks.apply(inReplyTo);
    }

    @Override
    public AvatarProfile profile(AvatarId id) {
        return facts.profiles().get(id);
    }

    @Override
    public List<Spoken> recent(ConversationId conversation) {
        return facts.recent().getOrDefault(conversation, List.of());
    }

    @Override
    public Encounter encounter(ConversationId id) {
        return facts.encounters().get(id);
    }

    @Override
    public List<Line> lines(ConversationId encounter) {
        return facts.lines().getOrDefault(encounter, List.of());
    }

    @Override
    public List<Encounter> openEncounters(AvatarId avatar) {
        return facts.open().getOrDefault(avatar, List.of());
    }

    @Override
    public Set<AvatarId> mentionsOf(AvatarId avatar) {
        return facts.mentions().getOrDefault(avatar, Set.of());
    }

    @Override
    public OutreachQuota quota(AvatarId avatar) {
        return facts.quotas().get(avatar);
    }

    @Override
    public List<SpeakV1.News> news(AvatarId avatar) {
        return facts.news().getOrDefault(avatar, List.of());
    }

    @Override
    public Reading reading(MessageId message) {
        return readings.get(message);
    }

    @Override
    public List<SpeakV1.Memory> recalled(MessageId message) {
        return recalled.getOrDefault(message, List.of());
    }

    @Override
    public boolean stands(Block block) {
        return facts.blocks().contains(block);
    }
}
