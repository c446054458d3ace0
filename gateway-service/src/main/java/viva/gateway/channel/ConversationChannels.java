package viva.gateway.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.gateway.backend.Asker;
import viva.gateway.backend.Lives;
import viva.gateway.phoenix.JoinDecision;
import viva.gateway.phoenix.JoinRequest;
import viva.gateway.timeline.Cursor;
import viva.gateway.timeline.Head;
import viva.gateway.timeline.Timeline;
import viva.gateway.timeline.TimelineConfig;

/** The topics {@code conversation:<id>}: one conversation, for the owners of either side. */
@Singleton
class ConversationChannels extends TimelineChannels<ConversationId> {
    static final String PREFIX = "conversation:";

    private final Lives lives;
    private final Timeline timeline;
    private final TimelineConfig config;
    private final LiveHub hub;

    ConversationChannels(Lives lives, Timeline timeline, TimelineConfig config, LiveHub hub) {
        super(PREFIX, ConversationId::of);
        this.lives = lives;
        this.timeline = timeline;
        this.config = config;
        this.hub = hub;
    }

    @Override
    Uni<JoinDecision> join(JoinRequest request, ConversationId id, Cursor last) {
        return lives.conversation(Asker.owner(request.account()), id).chain(talk -> grant(request, id, talk, last));
    }

    /** The life service names the asker's own avatar; what that one hears of the conversation is all there is of it. */
    private Uni<JoinDecision> grant(JoinRequest request, ConversationId id, JsonNode talk, Cursor last) {
        AvatarId avatar = AvatarId.of(talk.path("avatar_id").asText());
        return timeline.head(avatar).map(head -> {
            long position = position(head, last);
            ConversationChannel channel = new ConversationChannel(avatar, id, request.outlet(), position, hub);
            ObjectNode response = JsonNodeFactory.instance.objectNode();
            response.set("conversation", talk);
            response.put("event_id", Cursor.after(position).toString());
            return new JoinDecision.Granted(channel, response);
        });
    }

    private long position(Head head, Cursor last) {
        return last == null ? head.seq() : config.resumeAfter(last.seq(), head.seq());
    }
}
