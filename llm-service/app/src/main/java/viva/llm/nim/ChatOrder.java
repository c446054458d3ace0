package viva.llm.nim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.llm.budget.Call;
import viva.llm.budget.CallPurpose;

/**
 * What a model is asked. Ids pay for it; they never leave the service.
 *
 * @param owner who pays; null for the service itself
 * @param avatar whom it is for; null for the service itself
 * @param messages the system message first, then user and assistant in turn, the last one of the user
 * @param mostTokens of the answer, at least 1
 * @param temperature in [0, 1]
 * @param stream whether the words are wanted as they come
 * @param schema JSON Schema of the answer, for models that can keep to one; null where prose is wanted
 */
public record ChatOrder(
        CallPurpose purpose,
        AccountId owner,
        AvatarId avatar,
        List<ChatMessage> messages,
        int mostTokens,
        double temperature,
        boolean stream,
        ObjectNode schema,
        Deadlines deadlines) {
    public ChatOrder {
        messages = List.copyOf(messages);
    }

    Call call() {
        return new Call(purpose, owner, avatar, Usages.tokens(promptChars()) + mostTokens);
    }

    int promptChars() {
        return messages.stream().mapToInt(message -> message.content().length()).sum();
    }
}
