package viva.gateway.channel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import viva.contracts.AvatarId;
import viva.contracts.message.AnswerDeltaV1;
import viva.contracts.message.AvatarErasedV1;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.LiveFrame;
import viva.contracts.message.StateChangedV1;
import viva.contracts.message.TimelineGrewV1;
import viva.contracts.message.TypingV1;
import viva.contracts.message.WatchedV1;
import viva.gateway.presence.Presence;
import viva.gateway.timeline.ErasedAvatars;
import viva.gateway.timeline.Timeline;
import viva.platform.messaging.Broker;
import viva.platform.messaging.LivePublisher;
import viva.platform.messaging.LiveSubscription;

/** Knows which avatars are watched on this gateway, and brings what is said of them to their feeds. */
@Singleton
class LiveHub {
    private static final Logger LOG = Logger.getLogger(LiveHub.class);

    private final Map<AvatarId, Watched> watched = new ConcurrentHashMap<>();
    private final Timeline timeline;
    private final LivePublisher live;
    private final Presence presence;
    private final ErasedAvatars erased;
    private final LiveSubscription subscription;
    private final Vertx vertx;

    /** A feed and how many channels use it. */
    private record Watched(Feed feed, int channels) {}

    LiveHub(
            Timeline timeline,
            LivePublisher live,
            Presence presence,
            ErasedAvatars erased,
            Broker broker,
            Vertx vertx) {
        this.timeline = timeline;
        this.live = live;
        this.presence = presence;
        this.erased = erased;
        this.vertx = vertx;
        this.subscription = new LiveSubscription(broker.consuming(), this::receive, this::lookEverywhere);
    }

    void start(@Observes StartupEvent event) {
        run(subscription.start());
    }

    /** Whether any device looks at the avatar over this gateway. */
    boolean isWatched(AvatarId avatar) {
        return watched.containsKey(avatar);
    }

    /** Adds a channel. It reads once at once and once when the binding is there, so that nothing falls between the two. */
    void watch(AvatarId avatar, Watcher watcher) {
        Watched now = watched.compute(avatar, (id, known) -> {
            if (known != null) {
                return new Watched(known.feed, known.channels + 1);
            }
            Feed feed = new Feed(avatar, timeline, ((VertxInternal) vertx).createEventLoopContext());
            run(subscription.bind(routingKey(avatar)).invoke(feed::look));
            return new Watched(feed, 1);
        });
        now.feed.add(watcher);
        live.publish(new WatchedV1(avatar));
    }

    /** Removes a channel that was added. */
    void unwatch(AvatarId avatar, Watcher watcher) {
        watched.computeIfPresent(avatar, (id, known) -> {
            known.feed.markSeen();
            known.feed.remove(watcher);
            presence.here(List.of(avatar));
            if (known.channels > 1) {
                return new Watched(known.feed, known.channels - 1);
            }
            run(subscription.unbind(routingKey(avatar)));
            return null;
        });
    }

    @Scheduled(every = "30s", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void pulse() {
        watched.forEach((avatar, known) -> {
            live.publish(new WatchedV1(avatar));
            known.feed.markSeen();
        });
        presence.here(List.copyOf(watched.keySet()));
        endErased();
    }

    private static String routingKey(AvatarId avatar) {
        return "live.*." + avatar;
    }

    /** The broker came back; what was said meanwhile is on the timelines, and who was erased meanwhile is in the database. */
    private void lookEverywhere() {
        watched.values().forEach(known -> known.feed.look());
        endErased();
    }

    /**
     * Frames are lost while the broker is away or this process is paused, and by then other gateways may have answered every round of an
     * erasure. What this one was about to note when it was paused goes too.
     */
    private void endErased() {
        erased.among(List.copyOf(watched.keySet()))
                .invoke(gone -> gone.forEach(this::end))
                .chain(gone -> Multi.createFrom()
                        .iterable(gone)
                        .onItem()
                        .transformToUni(presence::erase)
                        .collectFailures()
                        .concatenate()
                        .collect()
                        .last())
                .subscribe()
                .with(done -> {}, failure -> LOG.debugf("who was erased is asked again: %s", failure.getMessage()));
    }

    private void receive(CloudEvent<?> message) {
        Watched known = watched.get(message.subject());
        if (known != null && message.data() instanceof LiveFrame frame) {
            pass(message, frame, known.feed);
        }
    }

    /** Forgotten before its channels are closed: that the owner looked at it until now is not to be noted. */
    private void end(AvatarId avatar) {
        Watched gone = watched.remove(avatar);
        if (gone != null) {
            run(subscription.unbind(routingKey(avatar)));
            gone.feed.end();
        }
    }

    private void pass(CloudEvent<?> message, LiveFrame frame, Feed feed) {
        switch (frame) {
            case TimelineGrewV1 grown -> feed.grew(grown.seq());
            case TypingV1 typing -> feed.tell(message.id(), "avatar_typing", JsonNodeFactory.instance.objectNode());
            case AnswerDeltaV1 delta -> feed.show(message.id(), delta);
            case StateChangedV1 changed -> feed.show(message.id(), changed.state());
            case WatchedV1 watching -> {}
            case AvatarErasedV1 erased -> end(erased.avatarId());
        }
    }

    private static void run(Uni<Void> call) {
        call.subscribe().with(done -> {}, failure -> LOG.debugf("the broker is away: %s", failure.getMessage()));
    }
}
