package viva.llm.prompt;

import java.util.List;
import viva.llm.nim.ChatMessage;

/**
 * Everything a model is told for one utterance.
 *
 * @param version of the templates
 * @param messages the system message, then user and assistant in turn, the last one of the user
 */
public record Prompt(String version, List<ChatMessage> messages) {
    public Prompt {
        messages = List.copyOf(messages);
    }
}
