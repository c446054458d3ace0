package viva.llm.budget;

import io.smallrye.mutiny.Uni;

/**
 * Decides what a language model may be asked. Every request that leaves the service asks here first: answers, retries, probes and
 * embeddings alike.
 */
public interface Budgets {
    /** A slot for one request, or the reason why there is none. Never fails: without a decision in time it is refused. */
    Uni<Admission> admit(Call call);
}
