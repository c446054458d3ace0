package viva.platform.messaging;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.ShutdownSignalException;

/** What a broker says when it refuses a call and closes the channel that it came on; the connection goes on. */
final class Refusal {
    /** No refusal, but a failure of another kind. */
    static final int NONE = 0;

    private Refusal() {}

    /** The reply code of AMQP 0-9-1, such as {@link AMQP#NOT_FOUND}; {@link #NONE} for failures of other kinds. */
    static int code(Throwable failure) {
        return failure.getCause() instanceof ShutdownSignalException closed
                        && closed.getReason() instanceof AMQP.Channel.Close reason
                ? reason.getReplyCode()
                : NONE;
    }

    /** The broker's own words. */
    static String words(Throwable failure) {
        return failure.getCause() instanceof ShutdownSignalException closed
                        && closed.getReason() instanceof AMQP.Channel.Close reason
                ? reason.getReplyText()
                : failure.toString();
    }
}
