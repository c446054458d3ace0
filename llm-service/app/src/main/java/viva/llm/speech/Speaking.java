package viva.llm.speech;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.SpeakV1;
import viva.contracts.message.WordsV1;
import viva.platform.messaging.ConfirmedPublisher;
import viva.platform.messaging.LivePublisher;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.Outgoing;
import viva.platform.messaging.UnhandleableMessage;

/**
 * Answers a {@link SpeakV1} with {@link WordsV1} to the avatar's shard. The request counts as handled when the broker has the
 * answer; the answer's id derives from the request's, so a request that comes twice is answered twice with the same id.
 */
@Singleton
class Speaking {
    /** Far longer than a model may take before the offline voice replaces it: a limit for what hangs. */
    static final Duration LIMIT = Duration.ofMinutes(3);

    private final VoiceChoice choice;
    private final ConfirmedPublisher publisher;
    private final LivePublisher live;
    private final MessageFactory messages;
    private final MeterRegistry metrics;
    private final Map<Urgency, Counter> expired = new EnumMap<>(Urgency.class);
    private final Clock clock = Clock.systemUTC();

    Speaking(
            VoiceChoice choice,
            ConfirmedPublisher publisher,
            LivePublisher live,
            MessageFactory messages,
            MeterRegistry metrics) {
        this.choice = choice;
        this.publisher = publisher;
        this.live = live;
        this.messages = messages;
        this.metrics = metrics;
        for (Urgency urgency : Urgency.values()) {
            expired.put(urgency, metrics.counter("viva.llm.expired", "urgency", urgency.label()));
        }
    }

    /**
     * Finds words and sends them. A request whose deadline has passed is dropped and counted: nobody waits for it any more.
     * One that nobody can answer fails, and so reaches the dead letter queue.
     */
    Uni<Void> answer(CloudEvent<SpeakV1> command, Urgency urgency) {
        SpeakV1 request = command.data();
        var fault = SpeakCheck.fault(request);
        if (fault.isPresent()) {
            return Uni.createFrom().failure(new UnhandleableMessage(fault.get().toString()));
        }
        if (request.deadline() != null && clock.instant().isAfter(request.deadline())) {
            expired.get(urgency).increment();
            return Uni.createFrom().voidItem();
        }
        return speak(request, urgency, audience(command, request, urgency))
                .flatMap(spoken -> send(command, request, spoken));
    }

    private Audience audience(CloudEvent<?> command, SpeakV1 request, Urgency urgency) {
        boolean ownerWaits = urgency == Urgency.INTERACTIVE && request.occasion() == SpeakV1.Occasion.ANSWER;
        return ownerWaits ? new OwnersScreen(command, request, messages, publisher, live) : Audience.NONE;
    }

    /** Finds words without sending them anywhere. */
    Uni<Spoken> speak(SpeakV1 request, Urgency urgency) {
        return speak(request, urgency, Audience.NONE);
    }

    private Uni<Spoken> speak(SpeakV1 request, Urgency urgency, Audience audience) {
        Timer.Sample sample = Timer.start(metrics);
        return choice.voiceFor(request)
                .speak(request, urgency, audience)
                .invoke(spoken -> sample.stop(
                        metrics.timer("viva.llm.speech", "urgency", urgency.label(), "voice", spoken.voice())));
    }

    private Uni<Void> send(CloudEvent<?> command, SpeakV1 request, Spoken spoken) {
        WordsV1 words = new WordsV1(
                request.avatarId(),
                request.conversationId(),
                request.inReplyTo(),
                request.messageId(),
                spoken.words().content(),
                spoken.words().tone(),
                spoken.voice(),
                spoken.words().memories());
        return publisher.publish(Outgoing.toAvatar(messages.causedBy(command, command.worldtime(), words)));
    }
}
