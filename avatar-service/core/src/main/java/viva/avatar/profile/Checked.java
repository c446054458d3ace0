package viva.avatar.profile;

import java.util.List;

/** The answer of a check: the value in its normal form, or every reason why there is none. */
public sealed interface Checked<T> {
    /** Empty when the value is accepted. */
    List<Rejection> rejections();

    /** The value is taken. */
    record Accepted<T>(T value) implements Checked<T> {
        @Override
        public List<Rejection> rejections() {
            return List.of();
        }
    }

    /**
     * The value is refused.
     *
     * @param rejections at least one
     */
    record Refused<T>(List<Rejection> rejections) implements Checked<T> {
        public Refused {
            rejections = List.copyOf(rejections);
        }
    }

    static <T> Checked<T> of(T value, List<Rejection> rejections) {
        return rejections.isEmpty() ? new Accepted<>(value) : new Refused<>(rejections);
    }
}
