package viva.llm.voice;

/** What a {@link Fact} about an avatar is about. */
enum Aspect {
    FEELING,
    DOING,
    WISH
}
