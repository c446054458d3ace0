package viva.llm.allowance;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a million tokens of a model cost, in any currency; the same number is millionths of it for each token. */
public record Price(BigDecimal prompt, BigDecimal completion) {
    /** Costs nothing. */
    public static final Price FREE = new Price(BigDecimal.ZERO, BigDecimal.ZERO);

    public Price {
        if (prompt.signum() < 0 || completion.signum() < 0) {
            throw new IllegalArgumentException("must not be negative: %s, %s".formatted(prompt, completion));
        }
    }

    /** Millionths, rounded half up. */
    public long micros(long promptTokens, long completionTokens) {
        return prompt.multiply(BigDecimal.valueOf(promptTokens))
                .add(completion.multiply(BigDecimal.valueOf(completionTokens)))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
