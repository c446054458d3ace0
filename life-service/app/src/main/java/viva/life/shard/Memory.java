package viva.life.shard;

import java.util.Collection;
import viva.contracts.AvatarId;
import viva.life.input.Ledger;

/** What a shard keeps in memory of what the database has. Belongs to the shard's loop. */
record Memory(Population population, AwaitedAnswers answers, Stages stages, Profiles profiles) {
    /** A transaction with this was committed. */
    void committed(Ledger ledger) {
        ledger.residents().forEach(population::stored);
        answers.add(ledger.postponed());
        answers.answered(ledger.answered());
        answers.add(ledger.asks());
        answers.forget(ledger.erased());
        profiles.forget(ledger.profiles().keySet());
        ledger.encounters().forEach(stages::stored);
        stages.forget(ledger.erased());
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
