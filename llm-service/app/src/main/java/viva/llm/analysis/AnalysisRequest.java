package viva.llm.analysis;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import viva.contracts.AvatarId;

/**
 * A text to be read by a model.
 *
 * @param instructions what to look for; the caller's own words, never text of others
 * @param text untrusted; it is marked as data
 * @param schema of the answer: JSON Schema 2020-12, an object, without references to other documents; 16,000 characters
 * @param avatarId for whom it is, for the ledger; may be null; it is not sent to the model
 * @param maxTokens of an answer; null means 800
 * @param timeoutSeconds when the answer is of no use any more, both attempts together; null means 30
 */
public record AnalysisRequest(
        @NotBlank @Size(max = 4_000) String instructions,
        @NotBlank @Size(max = MOST_CHARS) String text,
        @NotNull ObjectNode schema,
        AvatarId avatarId,
        @Min(1) @Max(4_000) Integer maxTokens,
        @Min(1) @Max(60) Integer timeoutSeconds) {
    static final int MOST_CHARS = 20_000;
    private static final int USUAL_TOKENS = 800;
    private static final int USUAL_SECONDS = 30;

    public AnalysisRequest {
        maxTokens = maxTokens == null ? USUAL_TOKENS : maxTokens;
        timeoutSeconds = timeoutSeconds == null ? USUAL_SECONDS : timeoutSeconds;
    }
}
