package viva.llm.nim;

/** Hears what a model says, as it comes. */
@FunctionalInterface
public interface ChatListener {
    /**
     * Some words, without thoughts. Called on the thread of the connection: it must not block.
     *
     * @return true when no more is wanted; the answer ends there
     */
    boolean heard(String model, String words);
}
