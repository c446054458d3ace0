package viva.llm.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import viva.contracts.AccountId;
import viva.llm.budget.CallPurpose;
import viva.llm.chat.ChatReply.UsageView;
import viva.llm.chat.ModelProblems;
import viva.llm.nim.ChatAnswer;
import viva.llm.nim.ChatClient;
import viva.llm.nim.ChatMessage;
import viva.llm.nim.ChatOrder;
import viva.llm.nim.Deadlines;
import viva.llm.nim.NimException;
import viva.llm.output.Forbidden;
import viva.llm.prompt.Prompts;
import viva.llm.prompt.Quoted;
import viva.platform.service.problem.ProblemType;
import viva.platform.service.problem.Rejected;

/** Has a model read a text, and believes only an answer of the right shape. One that is not is asked for once more, never twice. */
@Singleton
class Analyses {
    static final ProblemType UNFIT_ANALYSIS =
            new ProblemType("unfit-analysis", "The model's answer does not fit the schema", 502);

    private static final int MOST_ATTEMPTS = 2;
    private static final double SOBER = 0;

    private final ChatClient client;
    private final Prompts prompts;
    private final InstantSource clock = InstantSource.system();

    Analyses(ChatClient client, Prompts prompts) {
        this.client = client;
        this.prompts = prompts;
    }

    /** One request on its way. */
    private record Reading(AnalysisRequest request, AnswerSchema schema, AccountId payer, Deadlines deadlines) {}

    /**
     * What the model reads in the text.
     *
     * @return fails with a {@link Rejected}
     */
    Uni<AnalysisReply> read(AnalysisRequest request, AccountId payer) {
        AnswerSchema schema = new AnswerSchema(request.schema());
        if (Forbidden.isIn(request.text(), false)) {
            throw Rejected.invalid("text", "must not be sexual with or about minors");
        }
        Deadlines deadlines = Deadlines.at(clock.instant().plusSeconds(request.timeoutSeconds()));
        Reading reading = new Reading(request, schema, payer, deadlines);
        List<ChatMessage> messages = prompts.analysis(request.instructions(), schema.text(), request.text());
        return attempt(reading, messages, 1, new UsageView(0, 0, false));
    }

    private Uni<AnalysisReply> attempt(Reading reading, List<ChatMessage> messages, int number, UsageView before) {
        return client.chat(order(reading, messages), (model, words) -> false)
                .onFailure(NimException.class)
                .transform(failure -> ModelProblems.of(failure.fault()))
                .flatMap(answer -> judge(reading, messages, number, before, answer));
    }

    private Uni<AnalysisReply> judge(
            Reading reading, List<ChatMessage> messages, int number, UsageView before, ChatAnswer answer) {
        UsageView usage = before.plus(UsageView.of(answer.usage()));
        return switch (reading.schema().read(answer.text())) {
            case AnswerSchema.Read.Fits fits -> {
                requireFit(fits.result());
                yield Uni.createFrom().item(new AnalysisReply(answer.model(), fits.result(), number, usage));
            }
            case AnswerSchema.Read.Unfit unfit ->
                number < MOST_ATTEMPTS
                        ? attempt(reading, again(messages, answer, unfit), number + 1, usage)
                        : Uni.createFrom()
                                .failure(Rejected.of(
                                        UNFIT_ANALYSIS, number + " answers did not fit the schema: " + unfit.faults()));
        };
    }

    /** An analysis may quote the text; it is not spoken, so that only what may be nowhere is looked for. */
    private static void requireFit(JsonNode result) {
        String text = result.toString();
        if (Forbidden.isIn(text, false) || text.contains(Quoted.OPEN) || text.contains(Quoted.CLOSE)) {
            throw Rejected.of(UNFIT_ANALYSIS, "The answer did not pass the checks");
        }
    }

    private static List<ChatMessage> again(
            List<ChatMessage> messages, ChatAnswer answer, AnswerSchema.Read.Unfit unfit) {
        List<ChatMessage> more = new ArrayList<>(messages);
        more.add(new ChatMessage(ChatMessage.Role.ASSISTANT, answer.text()));
        more.add(new ChatMessage(
                ChatMessage.Role.USER,
                "That does not fit the schema: " + unfit.faults() + ". Answer again with the JSON alone."));
        return more;
    }

    private static ChatOrder order(Reading reading, List<ChatMessage> messages) {
        return new ChatOrder(
                CallPurpose.ANALYSIS,
                reading.payer(),
                reading.request().avatarId(),
                messages,
                reading.request().maxTokens(),
                SOBER,
                false,
                reading.request().schema(),
                reading.deadlines());
    }
}
