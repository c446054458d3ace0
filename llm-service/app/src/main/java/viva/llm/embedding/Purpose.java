package viva.llm.embedding;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a text is embedded for. Asymmetric models embed a question differently from the passages that may answer it. */
public enum Purpose {
    @JsonProperty("query")
    QUERY,
    @JsonProperty("passage")
    PASSAGE
}
