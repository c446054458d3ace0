package viva.llm.speech;

import java.util.Locale;
import viva.platform.messaging.Topology;

/** How soon words are needed. Earlier ones are spoken first. */
enum Urgency {
    /** An owner looks at the screen. */
    INTERACTIVE(Topology.LLM_INTERACTIVE),
    /** Two avatars talk and somebody may be watching. */
    CONVERSATION(Topology.LLM_CONVERSATION),
    /** Nobody waits. */
    BACKGROUND(Topology.LLM_BACKGROUND);

    private final String queue;

    Urgency(String queue) {
        this.queue = queue;
    }

    /** The queue on which such requests come. */
    String queue() {
        return queue;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
