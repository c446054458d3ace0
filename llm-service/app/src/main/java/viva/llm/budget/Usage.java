package viva.llm.budget;

/** What one response took. {@code estimated} when the server did not say. */
public record Usage(String model, int promptTokens, int completionTokens, boolean estimated) {}
