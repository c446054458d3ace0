package viva.gateway.channel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import viva.contracts.AvatarId;
import viva.contracts.StateView;

/** What an avatar does, without the numbers that change all the time. */
record Status(String activity, boolean asleep, AvatarId interactingWith) {
    static Status of(StateView state) {
        return new Status(state.activity(), state.asleep(), state.interactingWith());
    }

    /** As clients read it. */
    ObjectNode told(StateView state) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("activity", activity)
                .put("asleep", asleep)
                .put("interacting_with", interactingWith == null ? null : interactingWith.toString())
                .put("world_time", state.worldTime().toString());
    }
}
