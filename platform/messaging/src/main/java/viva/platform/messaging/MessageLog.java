package viva.platform.messaging;

import org.jboss.logging.MDC;
import viva.contracts.message.CloudEvent;

/** Lends the lines of a log the ids of the message that is worked on; a log in JSON has them as fields. */
final class MessageLog {
    private static final String EVENT = "event";
    private static final String AVATAR = "avatar";
    /** As the framework calls it, and where it stands in a {@code traceparent}. */
    private static final String TRACE = "traceId";

    private static final int TRACE_FROM = 3;
    private static final int TRACE_TO = 35;

    private MessageLog() {}

    /** For all lines that are written on this thread, or on the Vert.x context that it stands for, from now on. */
    static void about(CloudEvent<?> message) {
        MDC.put(EVENT, message.id().toString());
        MDC.put(AVATAR, message.subject().toString());
        String traceparent = message.traceparent();
        if (traceparent != null && traceparent.length() > TRACE_TO) {
            MDC.put(TRACE, traceparent.substring(TRACE_FROM, TRACE_TO));
        }
    }

    /** For the lines of {@code work} alone. */
    static void about(CloudEvent<?> message, Runnable work) {
        about(message);
        try {
            work.run();
        } finally {
            MDC.remove(EVENT);
            MDC.remove(AVATAR);
            MDC.remove(TRACE);
        }
    }
}
