package viva.gateway.phoenix;

import com.fasterxml.jackson.databind.node.ObjectNode;
import viva.contracts.AccountId;

/**
 * Somebody wants to join a topic.
 *
 * @param topic the whole topic, such as {@code avatar:018f…}
 * @param account who asks
 * @param params what the client gave with the join
 * @param outlet where pushes to the channel go, from when it was opened until it is left
 */
public record JoinRequest(String topic, AccountId account, ObjectNode params, Outlet outlet) {
    /** The topic without the family's prefix. */
    public String name() {
        return topic.substring(topic.indexOf(':') + 1);
    }
}
