package viva.life.thought;

/**
 * A thought before it has words.
 *
 * @param variant in [0, {@value #VARIANTS}): which of the ways to think it; the voice that words it draws from this
 */
public record Thought(ThoughtTopic topic, int variant) {
    public static final int VARIANTS = 100;

    private static final Thought[] ALL = all();

    public Thought {
        if (variant < 0 || variant >= VARIANTS) {
            throw new IllegalArgumentException("must be in [0," + VARIANTS + "): variant = " + variant);
        }
    }

    /** The one shared instance, so that a million minds need no thought of their own. */
    public static Thought of(ThoughtTopic topic, int variant) {
        return variant >= 0 && variant < VARIANTS
                ? ALL[topic.code() * VARIANTS + variant]
                : new Thought(topic, variant);
    }

    /** The key of its words, such as {@code lonely.1}. */
    public String key() {
        return topic.label() + "." + variant;
    }

    private static Thought[] all() {
        ThoughtTopic[] topics = ThoughtTopic.values();
        Thought[] all = new Thought[topics.length * VARIANTS];
        for (int i = 0; i < all.length; i++) {
            all[i] = new Thought(topics[i / VARIANTS], i % VARIANTS);
        }
        return all;
    }
}
