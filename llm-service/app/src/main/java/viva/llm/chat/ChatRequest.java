package viva.llm.chat;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.List;
import viva.contracts.AvatarId;
import viva.llm.budget.CallPurpose;
import viva.llm.nim.ChatMessage;
import viva.platform.service.problem.Rejected;

/**
 * What a service wants to hear from a model.
 *
 * @param messages a system message first if there is one, then user and assistant in turn, the last one of the user; 40,000 characters in all
 * @param purpose whose list of models is asked; null means {@link Purpose#ANALYSIS}
 * @param avatarId for whom it is, for the ledger; may be null; it is not sent to the model
 * @param maxTokens of the answer; null means 500
 * @param temperature null means 0.7
 * @param timeoutSeconds when the answer is of no use any more; null means 30
 */
public record ChatRequest(
        @NotNull @Size(min = 1, max = MOST_MESSAGES) List<@NotNull @Valid Message> messages,
        Purpose purpose,
        AvatarId avatarId,
        @Min(1) @Max(2_000) Integer maxTokens,
        @DecimalMin("0") @DecimalMax("1") Double temperature,
        @Min(1) @Max(60) Integer timeoutSeconds) {
    static final int MOST_MESSAGES = 64;
    private static final int MOST_CHARS_IN_ALL = 40_000;
    private static final int USUAL_TOKENS = 500;
    private static final double USUAL_TEMPERATURE = .7;
    private static final int USUAL_SECONDS = 30;

    public ChatRequest {
        messages = messages == null ? null : Collections.unmodifiableList(messages);
        purpose = purpose == null ? Purpose.ANALYSIS : purpose;
        maxTokens = maxTokens == null ? USUAL_TOKENS : maxTokens;
        temperature = temperature == null ? USUAL_TEMPERATURE : temperature;
        timeoutSeconds = timeoutSeconds == null ? USUAL_SECONDS : timeoutSeconds;
    }

    /** One message; up to 8,000 characters. */
    public record Message(
            @NotNull Role role, @NotBlank @Size(max = 8_000) String content) {}

    /** Whose message it is. */
    public enum Role {
        @JsonProperty("system")
        SYSTEM,
        @JsonProperty("user")
        USER,
        @JsonProperty("assistant")
        ASSISTANT;

        private ChatMessage.Role wire() {
            return switch (this) {
                case SYSTEM -> ChatMessage.Role.SYSTEM;
                case USER -> ChatMessage.Role.USER;
                case ASSISTANT -> ChatMessage.Role.ASSISTANT;
            };
        }
    }

    /** What other services may ask for. Answers to owners come over the queues, where they are first. */
    public enum Purpose {
        @JsonProperty("thought")
        THOUGHT,
        @JsonProperty("reflection")
        REFLECTION,
        @JsonProperty("analysis")
        ANALYSIS;

        CallPurpose call() {
            return switch (this) {
                case THOUGHT -> CallPurpose.THOUGHT;
                case REFLECTION -> CallPurpose.REFLECTION;
                case ANALYSIS -> CallPurpose.ANALYSIS;
            };
        }
    }

    /**
     * The messages as they are sent.
     *
     * @throws Rejected when they are too long together, or not in turn
     */
    List<ChatMessage> wire() {
        if (messages.stream().mapToInt(message -> message.content().length()).sum() > MOST_CHARS_IN_ALL) {
            throw Rejected.invalid("messages", "must have at most " + MOST_CHARS_IN_ALL + " characters in all");
        }
        Role due = messages.getFirst().role() == Role.SYSTEM ? Role.SYSTEM : Role.USER;
        for (Message message : messages) {
            if (message.role() != due) {
                throw Rejected.invalid("messages", "must be a system message, if any, then user and assistant in turn");
            }
            due = due == Role.USER ? Role.ASSISTANT : Role.USER;
        }
        if (messages.getLast().role() != Role.USER) {
            throw Rejected.invalid("messages", "must end with a message of the user");
        }
        return messages.stream()
                .map(message -> new ChatMessage(message.role().wire(), message.content()))
                .toList();
    }
}
