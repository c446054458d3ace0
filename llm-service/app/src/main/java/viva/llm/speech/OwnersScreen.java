package viva.llm.speech;

import java.time.Instant;
import org.jboss.logging.Logger;
import viva.contracts.message.AnswerBegunV1;
import viva.contracts.message.AnswerDeltaV1;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.SpeakV1;
import viva.platform.messaging.ConfirmedPublisher;
import viva.platform.messaging.LivePublisher;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.Outgoing;

/** The owner who waits for an answer: the life service learns that it has begun, and the screen shows its sentences. */
record OwnersScreen(
        CloudEvent<?> command,
        SpeakV1 request,
        MessageFactory messages,
        ConfirmedPublisher publisher,
        LivePublisher live)
        implements Audience {
    private static final Logger LOG = Logger.getLogger(OwnersScreen.class);

    @Override
    public boolean follows() {
        return true;
    }

    @Override
    public void begun(Instant until) {
        AnswerBegunV1 begun = new AnswerBegunV1(request.avatarId(), request.inReplyTo(), request.messageId(), until);
        publisher
                .publish(Outgoing.toAvatar(messages.causedBy(command, command.worldtime(), begun)))
                .subscribe()
                .with(
                        done -> {},
                        failure -> LOG.debugf("nobody learned that an answer begins: %s", failure.getMessage()));
    }

    @Override
    public void released(int index, String sentence) {
        live.publish(new AnswerDeltaV1(request.avatarId(), request.inReplyTo(), index, sentence));
    }
}
