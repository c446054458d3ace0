package viva.llm.speech;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import viva.contracts.message.SpeakV1;
import viva.llm.budget.BudgetLimits;
import viva.llm.nim.ChatAnswer;
import viva.llm.nim.ChatClient;
import viva.llm.nim.ChatOrder;
import viva.llm.nim.Deadlines;
import viva.llm.nim.Finish;
import viva.llm.nim.NimConfig;
import viva.llm.nim.NimException;
import viva.llm.nim.NimFault;
import viva.llm.output.Checked;
import viva.llm.output.OutputCheck;
import viva.llm.output.Speech;
import viva.llm.prompt.Prompts;
import viva.llm.prompt.Quoted;
import viva.llm.remembering.UsedMemories;
import viva.llm.voice.Words;

/**
 * The voice of a language model. The offline words are found first, so that they are at hand whenever the model is late, unwell, too dear, or says
 * what may not be shown: this voice never fails where the offline one does not.
 */
@Singleton
class ModelSpeaker implements Voice {
    private static final Logger LOG = Logger.getLogger(ModelSpeaker.class);
    private static final int OF_AGE = 18;
    private static final String NO_WORDS = "no_words";
    /** How far the clocks of replicas may differ, and how long the broker may take to deliver again. */
    private static final Duration A_LITTLE = Duration.ofSeconds(10);

    private final OfflineSpeaker offline;
    private final Prompts prompts;
    private final ChatClient chat;
    private final RequestLog log;
    private final NimConfig config;
    private final BudgetLimits limits;
    private final MeterRegistry metrics;
    private final InstantSource clock = InstantSource.system();

    ModelSpeaker(
            OfflineSpeaker offline,
            Prompts prompts,
            ChatClient chat,
            RequestLog log,
            NimConfig config,
            BudgetLimits limits,
            MeterRegistry metrics) {
        this.offline = offline;
        this.prompts = prompts;
        this.chat = chat;
        this.log = log;
        this.config = config;
        this.limits = limits;
        this.metrics = metrics;
        Arrays.stream(Checked.Reason.values()).map(ModelSpeaker::labelOf).forEach(this::replacedBecauseOf);
        replacedBecauseOf(NO_WORDS);
    }

    @Override
    public Uni<Spoken> speak(SpeakV1 request, Urgency urgency, Audience audience) {
        return offline.speak(request, urgency, Audience.NONE).flatMap(spoken -> once(request, audience, spoken));
    }

    private Uni<Spoken> once(SpeakV1 request, Audience audience, Spoken spoken) {
        UUID id = request.messageId().value();
        Instant nobodyWaits = clock.instant().plus(config.totalTimeout()).plus(A_LITTLE);
        return log.begin(id, cannotComeAgain(request)).flatMap(known -> switch (known) {
            case RequestLog.Known.Answered answered -> Uni.createFrom().item(answered.spoken());
            case RequestLog.Known.Unanswered unanswered -> Uni.createFrom().item(spoken);
            case RequestLog.Known.New fresh ->
                ask(request, audience, spoken).call(found -> log.answered(request.avatarId(), id, found, nobodyWaits));
        });
    }

    /** After its deadline a request is dropped wherever it comes. */
    private Instant cannotComeAgain(SpeakV1 request) {
        return request.deadline() == null
                ? clock.instant().plus(limits.requestRetention())
                : request.deadline().plus(config.totalTimeout()).plus(A_LITTLE);
    }

    private Uni<Spoken> ask(SpeakV1 request, Audience audience, Spoken spoken) {
        Deadlines deadlines = deadlines(request, audience);
        Duration untilFirst = Duration.between(clock.instant(), deadlines.firstToken());
        if (untilFirst.toMillis() <= 0) {
            return Uni.createFrom().item(spoken);
        }
        Measure measure = Measure.of(request);
        Utterance utterance = new Utterance(
                new Speech(check(request), measure.mostChars()),
                audience,
                deadlines.total().plus(config.margin()));
        Uni<ChatAnswer> running = chat.chat(order(request, measure, audience, deadlines), utterance)
                .memoize()
                .indefinitely();
        return running.ifNoItem()
                .after(untilFirst)
                .recoverWithUni(() -> utterance.hasBegun() ? running : late())
                .map(answer -> utterance.end(answer.finish() == Finish.STOP))
                .onFailure()
                .recoverWithItem(failure -> remains(failure, utterance))
                .map(text -> text.map(words -> said(request, words, utterance, spoken))
                        .orElseGet(() -> {
                            replaced(utterance);
                            return spoken;
                        }));
    }

    private static Uni<ChatAnswer> late() {
        return Uni.createFrom().failure(new NimException(new NimFault.TooSlow(NimFault.Stage.FIRST_TOKEN)));
    }

    /** An answer to an owner may take its whole time once it has begun; anything else must be complete at its deadline. */
    private Deadlines deadlines(SpeakV1 request, Audience audience) {
        Instant now = clock.instant();
        Instant total = now.plus(config.totalTimeout());
        if (request.deadline() == null) {
            return Deadlines.at(total);
        }
        Instant first = request.deadline().minus(config.margin());
        return audience.follows() ? new Deadlines(first, total) : Deadlines.at(first);
    }

    private ChatOrder order(SpeakV1 request, Measure measure, Audience audience, Deadlines deadlines) {
        return new ChatOrder(
                measure.call(),
                request.context().ownerId(),
                request.avatarId(),
                prompts.of(request).messages(),
                measure.mostTokens(),
                measure.temperature(),
                audience.follows(),
                null,
                deadlines);
    }

    private static OutputCheck check(SpeakV1 request) {
        Integer age = request.profile().age();
        return new OutputCheck(
                request.profile().name(),
                age != null && age < OF_AGE,
                List.of(Quoted.OPEN, Quoted.CLOSE),
                Set.copyOf(request.context().saidBefore()));
    }

    /** A stream that breaks ends as the sentences that were released. */
    private static Optional<String> remains(Throwable failure, Utterance utterance) {
        Optional<String> released = utterance.broken();
        if (failure instanceof NimException nim) {
            return nim.fault().keepsWhatCame() ? released : Optional.empty();
        }
        LOG.error("a model's answer failed", failure);
        return Optional.empty();
    }

    private static Spoken said(SpeakV1 request, String text, Utterance utterance, Spoken spoken) {
        return new Spoken(new Words(text, spoken.words().tone(), UsedMemories.in(text, request)), utterance.model());
    }

    private void replaced(Utterance utterance) {
        replacedBecauseOf(utterance.unfit().map(ModelSpeaker::labelOf).orElse(NO_WORDS))
                .increment();
    }

    private Counter replacedBecauseOf(String reason) {
        return metrics.counter("viva.llm.replaced", "reason", reason);
    }

    private static String labelOf(Checked.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }
}
