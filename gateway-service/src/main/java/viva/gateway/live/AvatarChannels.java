package viva.gateway.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import viva.contracts.AvatarId;
import viva.gateway.channel.ChannelFamily;
import viva.gateway.channel.JoinDecision;
import viva.gateway.channel.JoinRequest;
import viva.gateway.peer.PeerFailure;
import viva.gateway.peer.Peers;
import viva.gateway.timeline.Cursor;

/** The topics {@code avatar:<id>}: an owner and one of their avatars. */
@Singleton
class AvatarChannels implements ChannelFamily {
    static final String PREFIX = "avatar:";

    private static final int UUID_LENGTH = 36;

    private final Peers peers;
    private final Welcome welcome;
    private final AvatarEvents events;
    private final LiveHub hub;

    AvatarChannels(Peers peers, Welcome welcome, AvatarEvents events, LiveHub hub) {
        this.peers = peers;
        this.welcome = welcome;
        this.events = events;
        this.hub = hub;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    /** What is not the asker's own avatar is not found, whether it exists or not. */
    @Override
    public Uni<JoinDecision> join(JoinRequest request) {
        Optional<AvatarId> avatar = avatarOf(request.name());
        if (avatar.isEmpty()) {
            return Uni.createFrom().item(JoinDecision.denied("not_found"));
        }
        Cursor last;
        try {
            last = lastEvent(request.params().path("last_event_id"));
        } catch (IllegalArgumentException e) {
            return Uni.createFrom().item(JoinDecision.denied("bad_last_event_id", e.getMessage()));
        }
        return peers.avatar(request.account(), avatar.get())
                .chain(profile -> grant(request, avatar.get(), profile, last))
                .onFailure(PeerFailure.class)
                .recoverWithItem(AvatarChannels::denied);
    }

    private Uni<JoinDecision> grant(JoinRequest request, AvatarId avatar, ObjectNode profile, Cursor last) {
        return welcome.prepare(request.account(), avatar, profile, last).map(prepared -> {
            AvatarChannel channel =
                    new AvatarChannel(request.account(), avatar, request.outlet(), prepared.position(), hub, events);
            return new JoinDecision.Granted(channel, prepared.response());
        });
    }

    private static JoinDecision denied(PeerFailure failure) {
        return switch (failure.kind()) {
            case NOT_FOUND -> JoinDecision.denied("not_found");
            case REJECTED -> JoinDecision.denied("unauthorized");
            case UNAVAILABLE -> JoinDecision.denied("unavailable", "try again in a moment");
        };
    }

    /** Only the form that ids are written in, so that a topic has one name. */
    private static Optional<AvatarId> avatarOf(String text) {
        if (text.length() != UUID_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(AvatarId.of(text)).filter(id -> id.toString().equals(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Cursor lastEvent(JsonNode param) {
        if (param.isMissingNode() || param.isNull()) {
            return null;
        }
        return Cursor.parse(param.asText());
    }
}
