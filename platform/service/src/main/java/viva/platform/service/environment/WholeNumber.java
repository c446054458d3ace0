package viva.platform.service.environment;

/** Whole numbers from the environment. */
final class WholeNumber {
    private WholeNumber() {}

    static String in(String name, String text, int least, int most) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= least && number <= most) {
                return Integer.toString(number);
            }
        } catch (NumberFormatException notANumber) {
            // The sentence below is right for it, too.
        }
        throw new Malformed(name, "must be a whole number from " + least + " to " + most);
    }
}
