package viva.llm.ledger;

/**
 * What several requests took.
 *
 * @param name of what they have in common; null for what has no owner
 * @param estimated requests whose tokens the server did not count
 * @param costMicros millionths of the unit of the price table
 */
record Sum(String name, long requests, long estimated, long promptTokens, long completionTokens, long costMicros) {
    Sum plus(Sum other) {
        return new Sum(
                name,
                requests + other.requests,
                estimated + other.estimated,
                promptTokens + other.promptTokens,
                completionTokens + other.completionTokens,
                costMicros + other.costMicros);
    }
}
