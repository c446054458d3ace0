package viva.llm.allowance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.stream.Stream;

/** The prices of models; one that is not listed has the price of {@value #OTHERS}, or none. */
public record PriceList(Map<String, Price> prices) {
    /** Stands for all models that are not listed. */
    public static final String OTHERS = "*";

    public PriceList {
        prices = Map.copyOf(prices);
    }

    public Price of(String model) {
        Price others = prices.getOrDefault(OTHERS, Price.FREE);
        return prices.getOrDefault(model, others);
    }

    /** The most that so many tokens can cost, whichever model answers. */
    public long mostMicros(long tokens) {
        return prices.values().stream()
                .flatMap(price -> Stream.of(price.prompt(), price.completion()))
                .max(BigDecimal::compareTo)
                .map(dearest -> dearest.multiply(BigDecimal.valueOf(tokens))
                        .setScale(0, RoundingMode.CEILING)
                        .longValueExact())
                .orElse(0L);
    }
}
