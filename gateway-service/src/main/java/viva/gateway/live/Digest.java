package viva.gateway.live;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import viva.contracts.AvatarId;
import viva.gateway.timeline.Entry;
import viva.gateway.timeline.Head;
import viva.gateway.timeline.Timeline;
import viva.gateway.timeline.TimelineConfig;

/** What happened while an owner was away, one line for each thing worth reading, oldest first; of too many, the latest. */
@Singleton
public class Digest {
    private final Timeline timeline;
    private final TimelineConfig config;

    Digest(Timeline timeline, TimelineConfig config) {
        this.timeline = timeline;
        this.config = config;
    }

    /** Since the owner last looked. */
    public Uni<ArrayNode> unseen(AvatarId avatar) {
        return timeline.head(avatar).chain(head -> unseen(avatar, head));
    }

    /** Since an instant. */
    public Uni<ArrayNode> since(AvatarId avatar, Instant since) {
        return timeline.newsSince(avatar, since, config.digest()).map(Digest::lines);
    }

    Uni<ArrayNode> unseen(AvatarId avatar, Head head) {
        return timeline.news(avatar, head.seenSeq(), head.seq(), config.digest())
                .map(Digest::lines);
    }

    private static ArrayNode lines(List<Entry> entries) {
        ArrayNode lines = JsonNodeFactory.instance.arrayNode();
        entries.stream().flatMap(entry -> Told.of(entry).stream()).forEach(told -> lines.add(told.asDigestLine()));
        return lines;
    }
}
