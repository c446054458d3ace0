package viva.platform.messaging;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Messages of one sender that are published together, each destination in order. The sender repeats a message that fails, so what waits behind it must
 * not be sent: it fails as the first one did, to the same destination, or wherever it goes when the broker is away.
 */
public final class PublishBatch {
    private final Map<String, NotConfirmed> refusals = new ConcurrentHashMap<>();
    private volatile NotConfirmed away;

    /** A message to {@code destination} failed; called before the message leaves its channel. */
    void failed(String destination, NotConfirmed failure) {
        switch (failure) {
            case NotConfirmed.Away _ -> away = failure;
            case NotConfirmed.Refused _, NotConfirmed.Unanswered _ -> refusals.putIfAbsent(destination, failure);
        }
    }

    /** Why nothing more of this batch may be sent to {@code destination}; empty as long as nothing failed there. */
    Optional<NotConfirmed> failure(String destination) {
        return Optional.ofNullable(refusals.getOrDefault(destination, away));
    }
}
