package viva.gateway.channel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import viva.contracts.AvatarId;
import viva.contracts.DerivedId;
import viva.contracts.Json;
import viva.contracts.StateView;
import viva.contracts.message.AnswerDeltaV1;
import viva.gateway.phoenix.Push;
import viva.gateway.timeline.Cursor;
import viva.gateway.timeline.Entry;
import viva.gateway.timeline.Timeline;

/**
 * Carries one avatar's timeline to the channels of this gateway that watch it. Whatever the reason to look (a hint, a new
 * channel, a broker that came back), it reads on from the channel that is furthest behind and gives each channel what that one
 * lacks: so nothing is lost and nothing comes twice. All of its state belongs to one event loop.
 */
final class Feed {
    private static final Logger LOG = Logger.getLogger(Feed.class);
    private static final int PAGE = 200;
    private static final long RETRY_MILLIS = 500;

    private final AvatarId avatar;
    private final Timeline timeline;
    private final Context loop;
    private final List<Watcher> watchers = new ArrayList<>();
    private Status status;
    private boolean reading;
    private boolean again;
    private boolean ended;

    Feed(AvatarId avatar, Timeline timeline, Context loop) {
        this.avatar = avatar;
        this.timeline = timeline;
        this.loop = loop;
    }

    void add(Watcher watcher) {
        loop.runOnContext(ignored -> {
            if (ended) {
                watcher.end();
                return;
            }
            watchers.add(watcher);
            read();
        });
    }

    void remove(Watcher watcher) {
        loop.runOnContext(ignored -> watchers.remove(watcher));
    }

    /** The avatar was erased: every channel is closed, also one that is only being added. */
    void end() {
        loop.runOnContext(ignored -> {
            ended = true;
            List<Watcher> all = List.copyOf(watchers);
            watchers.clear();
            all.forEach(Watcher::end);
        });
    }

    /** The timeline may have grown. */
    void look() {
        loop.runOnContext(ignored -> read());
    }

    /** The timeline has grown to {@code seq}. */
    void grew(long seq) {
        loop.runOnContext(ignored -> {
            if (watchers.stream().anyMatch(watcher -> watcher.seq() < seq)) {
                read();
            }
        });
    }

    /** Tells everybody of something that is on no timeline; those who have come equally far share one encoding. */
    void tell(UUID eventId, String event, ObjectNode payload) {
        loop.runOnContext(ignored -> tellNow(eventId, event, payload, watcher -> true));
    }

    /** Shows a part of an answer to those who have seen all parts before it. */
    void show(UUID eventId, AnswerDeltaV1 delta) {
        ObjectNode payload = JsonNodeFactory.instance
                .objectNode()
                .put("in_reply_to", delta.inReplyTo().toString())
                .put("index", delta.index())
                .put("content", delta.content());
        loop.runOnContext(
                ignored -> tellNow(eventId, "avatar_response_delta", payload, watcher -> watcher.admits(delta)));
    }

    /** Tells everybody how the avatar is, and what it does when that is something else than before. */
    void show(UUID eventId, StateView state) {
        loop.runOnContext(ignored -> {
            tellNow(eventId, "state_update", Json.mapper().valueToTree(state), watcher -> true);
            Status now = Status.of(state);
            if (!now.equals(status)) {
                status = now;
                tellNow(statusOf(eventId), "status", now.told(state), watcher -> true);
            }
        });
    }

    /** The id of the status in a frame that shows a state: clients know each push by an id of its own. */
    private static UUID statusOf(UUID frame) {
        return DerivedId.of(frame, "status");
    }

    private void tellNow(UUID eventId, String event, ObjectNode payload, Predicate<Watcher> wanted) {
        long position = -1;
        Push push = null;
        for (Watcher watcher : watchers) {
            if (watcher.isOn(topic()) && wanted.test(watcher)) {
                if (push == null || watcher.seq() != position) {
                    position = watcher.seq();
                    push = Push.of(topic(), event, payload.put("event_id", new Cursor(position, eventId).toString()));
                }
                watcher.tell(push);
            }
        }
    }

    /** The owner has seen what was pushed. */
    void markSeen() {
        loop.runOnContext(ignored -> watchers.stream()
                .filter(watcher -> watcher.isOn(topic()))
                .mapToLong(Watcher::seq)
                .max()
                .ifPresent(seq -> timeline.seen(avatar, seq)
                        .subscribe()
                        .with(done -> {}, failure -> LOG.debugf("not marked as seen: %s", failure.getMessage()))));
    }

    private void read() {
        if (reading) {
            again = true;
            return;
        }
        if (watchers.isEmpty()) {
            return;
        }
        reading = true;
        again = false;
        long from = watchers.stream().mapToLong(Watcher::seq).min().orElseThrow();
        timeline.after(avatar, from, PAGE)
                .subscribe()
                .with(
                        entries -> loop.runOnContext(ignored -> deliver(entries)),
                        failure -> loop.runOnContext(ignored -> retryLater(failure)));
    }

    private void deliver(List<Entry> entries) {
        reading = false;
        for (Entry entry : entries) {
            List<Watcher> behind =
                    watchers.stream().filter(watcher -> watcher.isBefore(entry)).toList();
            if (!behind.isEmpty()) {
                Function<String, Push> pushes = pushesOf(entry);
                behind.forEach(watcher -> watcher.pass(entry, pushes));
            }
        }
        if (again || entries.size() == PAGE) {
            read();
        }
    }

    /** Those on one topic share one encoding. */
    private static Function<String, Push> pushesOf(Entry entry) {
        Map<String, Push> byTopic = new HashMap<>();
        return topic -> byTopic.computeIfAbsent(
                topic, name -> Told.of(entry).map(told -> told.on(name)).orElse(null));
    }

    private void retryLater(Throwable failure) {
        LOG.warnf("a timeline cannot be read, trying again: %s", failure.getMessage());
        loop.owner()
                .setTimer(
                        RETRY_MILLIS,
                        due -> loop.runOnContext(ignored -> {
                            reading = false;
                            read();
                        }));
    }

    private String topic() {
        return AvatarChannels.PREFIX + avatar;
    }
}
