package viva.life.talk;

import java.util.Objects;
import viva.contracts.DialogueAct;
import viva.contracts.TalkTopic;

/** What a speaker does with one turn, and what it asks, tells or answers with it. */
record Turn(DialogueAct act, TalkTopic topic) {
    Turn {
        Objects.requireNonNull(act, "act");
        Objects.requireNonNull(topic, "topic");
    }

    /** Whether it tells something, on its own account or because it was asked. */
    boolean tells() {
        return act == DialogueAct.DISCLOSE || act == DialogueAct.ANSWER || act == DialogueAct.SHARE_MEMORY;
    }
}
