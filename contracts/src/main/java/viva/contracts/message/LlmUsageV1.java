package viva.contracts.message;

import java.time.Instant;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;

/**
 * A language model answered, and this is what it took. Nothing of what was said.
 *
 * @param avatarId whom it was for; {@link WorldClockV1#WORLD} for the service itself
 * @param ownerId who pays; null for the service itself
 * @param purpose {@code answer}, {@code turning_point}, {@code turn}, {@code greeting}, {@code thought}, {@code reflection},
 *     {@code analysis}, {@code embedding} or {@code probe}
 * @param estimated whether the tokens are an estimate, because the server did not count them
 * @param costMicros millionths of the unit in which the price table stands
 */
@MessageType("llm.usage.v1")
public record LlmUsageV1(
        AvatarId avatarId,
        AccountId ownerId,
        String purpose,
        String model,
        int promptTokens,
        int completionTokens,
        boolean estimated,
        long costMicros,
        Instant at)
        implements Event {}
