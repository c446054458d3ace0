package viva.avatar.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import viva.avatar.recall.Hit;
import viva.avatar.search.Searches.FoundMemory;

/**
 * A memory that a search found; every number is in [0, 1].
 *
 * @param score by which they are ordered: relevance, retrievability and importance by their weights
 * @param relevance how well it answers, of {@code parts}
 * @param retrievability how easily it comes back
 */
public record FoundMemoryView(
        @JsonUnwrapped MemoryView memory, double score, double relevance, double retrievability, Parts parts) {
    /**
     * What relevance is made of.
     *
     * @param semantic of meaning; null where no vectors were compared
     */
    public record Parts(Double semantic, double lexical, double speaker, double date) {}

    static FoundMemoryView of(FoundMemory found) {
        Hit hit = found.hit();
        return new FoundMemoryView(
                MemoryView.of(found.kept()),
                hit.score(),
                hit.relevance(),
                hit.retrievability(),
                new Parts(
                        Double.isNaN(hit.semantic()) ? null : hit.semantic(),
                        hit.lexical(),
                        hit.speaker(),
                        hit.date()));
    }
}
