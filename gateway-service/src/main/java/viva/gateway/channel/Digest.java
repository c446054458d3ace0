package viva.gateway.channel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import viva.contracts.AvatarId;
import viva.gateway.timeline.Entry;
import viva.gateway.timeline.Head;
import viva.gateway.timeline.Timeline;
import viva.gateway.timeline.TimelineConfig;

/** What happened while an owner was away, one line for each thing worth reading, oldest first; of too many, the latest ({@link DigestLines}). */
@Singleton
public class Digest {
    /** News that are read for each line, as several may be one line; ours. */
    private static final int NEWS_PER_LINE = 10;

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
        return timeline.newsSince(avatar, since, mostNews()).map(this::lines);
    }

    Uni<ArrayNode> unseen(AvatarId avatar, Head head) {
        return timeline.news(avatar, head.seenSeq(), head.seq(), mostNews()).map(this::lines);
    }

    private int mostNews() {
        return NEWS_PER_LINE * config.digest();
    }

    private ArrayNode lines(List<Entry> entries) {
        List<Told> news =
                entries.stream().flatMap(entry -> Told.of(entry).stream()).toList();
        return DigestLines.of(news, config.digest());
    }
}
