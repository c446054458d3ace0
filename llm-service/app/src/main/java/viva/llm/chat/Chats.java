package viva.llm.chat;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import viva.contracts.AccountId;
import viva.llm.nim.ChatAnswer;
import viva.llm.nim.ChatClient;
import viva.llm.nim.ChatMessage;
import viva.llm.nim.ChatOrder;
import viva.llm.nim.Deadlines;
import viva.llm.nim.Finish;
import viva.llm.nim.NimException;
import viva.llm.nim.NimFault;
import viva.llm.nim.Purpose;
import viva.llm.output.Forbidden;
import viva.llm.output.OutputCheck;
import viva.llm.output.Speech;
import viva.llm.prompt.Quoted;
import viva.platform.service.problem.Rejected;

/** Asks a model for another service and checks what it says, sentence by sentence. */
@Singleton
class Chats {
    /** Characters of an answer for each token that it may have; a little above the usual four. */
    private static final int CHARS_A_TOKEN = 6;

    private final ChatClient client;
    private final InstantSource clock = InstantSource.system();

    Chats(ChatClient client) {
        this.client = client;
    }

    /**
     * The whole answer.
     *
     * @param payer whose budget pays
     * @param sentences gets what may be shown, as it comes; null when only the whole is wanted
     * @return fails with a {@link Rejected}
     */
    Uni<ChatReply> ask(ChatRequest request, AccountId payer, Consumer<String> sentences) {
        List<ChatMessage> messages = require(request);
        Answer answer = new Answer(request.maxTokens() * CHARS_A_TOKEN, sentences);
        return client.chat(order(request, messages, payer, sentences != null), answer::heard)
                .map(answer::end)
                .onFailure(NimException.class)
                .transform(failure -> ModelProblems.of(failure.fault()));
    }

    /**
     * The messages of a request that can be asked.
     *
     * @throws Rejected when it cannot
     */
    List<ChatMessage> require(ChatRequest request) {
        List<ChatMessage> messages = request.wire();
        if (messages.stream().anyMatch(message -> Forbidden.isIn(message.content(), false))) {
            throw Rejected.invalid("messages", "must not be sexual with or about minors");
        }
        if (!client.isOn(Purpose.of(request.purpose().call()))) {
            throw ModelProblems.of(new NimFault.NoModel());
        }
        return messages;
    }

    private ChatOrder order(ChatRequest request, List<ChatMessage> messages, AccountId payer, boolean stream) {
        Instant late = clock.instant().plusSeconds(request.timeoutSeconds());
        return new ChatOrder(
                request.purpose().call(),
                payer,
                request.avatarId(),
                messages,
                request.maxTokens(),
                request.temperature(),
                stream,
                null,
                Deadlines.at(late));
    }

    /** The answer of one call, while it comes; on the thread of its connection. */
    private static final class Answer {
        private final Speech speech;
        private final Consumer<String> sentences;

        Answer(int mostChars, Consumer<String> sentences) {
            OutputCheck check = new OutputCheck(null, false, List.of(Quoted.OPEN, Quoted.CLOSE), Set.of());
            this.speech = new Speech(check, mostChars);
            this.sentences = sentences;
        }

        synchronized boolean heard(String model, String words) {
            show(speech.feed(words));
            return speech.isOver();
        }

        synchronized ChatReply end(ChatAnswer answer) {
            show(speech.end(answer.finish() == Finish.STOP));
            speech.unfit().ifPresent(reason -> {
                throw ModelProblems.of(reason);
            });
            String text = speech.text().orElseThrow(ModelProblems::nothingLeft);
            boolean whole = answer.finish() == Finish.STOP && !speech.isOver();
            return new ChatReply(
                    answer.model(),
                    text,
                    (whole ? Finish.STOP : Finish.LENGTH).name().toLowerCase(Locale.ROOT),
                    ChatReply.UsageView.of(answer.usage()));
        }

        private void show(List<String> whole) {
            if (sentences != null) {
                whole.forEach(sentences);
            }
        }
    }
}
