package viva.life.shard;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import viva.contracts.AvatarId;
import viva.contracts.MessageId;
import viva.contracts.Reading;
import viva.contracts.message.SpeakV1;
import viva.life.decision.Change;
import viva.life.resident.Resident;

/** What a shard keeps in memory of what the database has. Belongs to the shard's loop. */
record Memory(Population population, AwaitedAnswers answers, Stages stages, Profiles profiles) {
    /** As decisions see it. */
    CommittedView view(Facts facts, Map<MessageId, Reading> readings, Map<MessageId, List<SpeakV1.Memory>> recalled) {
        return new CommittedView(population, answers::get, facts, readings, recalled);
    }

    /**
     * A transaction with these changes was committed.
     *
     * @return the residents that it changed, as they are now
     */
    Collection<Resident> committed(List<Change> changes) {
        Map<AvatarId, Resident> residents = new LinkedHashMap<>();
        for (Change change : changes) {
            apply(change, residents);
        }
        residents.values().forEach(population::stored);
        return residents.values();
    }

    private void apply(Change change, Map<AvatarId, Resident> residents) {
        switch (change) {
            case Change.Born born -> changed(born.resident(), residents);
            case Change.ProfileChanged changed -> changed(changed.resident(), residents);
            case Change.ResidentChanged changed ->
                residents.put(changed.resident().id(), changed.resident());
            case Change.Erased erased -> {
                changed(erased.tombstone(), residents);
                forget(erased.tombstone().id());
            }
            case Change.TombstoneErased erased -> forget(erased.avatar());
            case Change.EncounterBegun begun -> stages.stored(begun.encounter());
            case Change.EncounterChanged changed -> stages.stored(changed.encounter());
            case Change.AnswerAwaited awaited -> answers.add(List.of(awaited.ask()));
            case Change.AnswerPostponed postponed -> answers.add(List.of(postponed.ask()));
            case Change.AnswerSettled settled ->
                answers.answered(Set.of(settled.ask().inReplyTo()));
            case Change.EncounterDissolved _,
                    Change.LineSaid _,
                    Change.InputApplied _,
                    Change.ConversationOpened _,
                    Change.Uttered _,
                    Change.BlockChanged _,
                    Change.QuotaChanged _,
                    Change.HistoryForgets _ -> {}
        }
    }

    private void changed(Resident resident, Map<AvatarId, Resident> residents) {
        residents.put(resident.id(), resident);
        profiles.forget(List.of(resident.id()));
    }

    private void forget(AvatarId erased) {
        answers.forget(Set.of(erased));
        stages.forget(Set.of(erased));
    }

    /** Some avatars, and everything that is awaited, were read again. */
    void recovered(Collection<AvatarId> ids, ShardStore.Truth truth) {
        population.remove(ids);
        population.stored(truth.minds());
        answers.replace(truth.awaited());
        profiles.clear();
        stages.replace(truth.voiced());
    }
}
