package viva.llm.budget;

import java.math.BigDecimal;
import viva.llm.allowance.Price;

/** A line of the price table, written as {@code model=0.30/0.75}: what a million tokens of prompts and of answers cost. */
public record ModelPrice(String model, Price price) {
    /**
     * Reads a line; the framework finds this method by its name.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static ModelPrice valueOf(String text) {
        int model = text.lastIndexOf('=');
        int completion = text.indexOf('/', model + 1);
        if (model < 1 || completion < 0) {
            throw new IllegalArgumentException("must look like model=0.30/0.75: " + text);
        }
        return new ModelPrice(
                text.substring(0, model).strip(),
                new Price(
                        number(text, text.substring(model + 1, completion)),
                        number(text, text.substring(completion + 1))));
    }

    private static BigDecimal number(String line, String text) {
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("must look like model=0.30/0.75: " + line, notANumber);
        }
    }
}
