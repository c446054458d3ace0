package viva.gateway.channel;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import viva.contracts.AvatarId;
import viva.gateway.backend.Asker;
import viva.gateway.backend.Avatars;
import viva.gateway.phoenix.ChannelFamily;
import viva.gateway.phoenix.JoinDecision;
import viva.gateway.phoenix.JoinRequest;
import viva.gateway.presence.Presence;
import viva.gateway.timeline.Cursor;

/** The topics {@code avatar:<id>}: an owner and one of their avatars. */
@Singleton
class AvatarChannels implements ChannelFamily {
    static final String PREFIX = "avatar:";

    private final Avatars avatars;
    private final Welcome welcome;
    private final AvatarEvents events;
    private final LiveHub hub;
    private final Presence presence;

    AvatarChannels(Avatars avatars, Welcome welcome, AvatarEvents events, LiveHub hub, Presence presence) {
        this.avatars = avatars;
        this.welcome = welcome;
        this.events = events;
        this.hub = hub;
        this.presence = presence;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    /** What is not the asker's own avatar is not found, whether it exists or not. */
    @Override
    public Uni<JoinDecision> join(JoinRequest request) {
        Optional<AvatarId> avatar = Joins.id(request.name(), AvatarId::of);
        if (avatar.isEmpty()) {
            return Uni.createFrom().item(JoinDecision.denied("not_found"));
        }
        Cursor last;
        try {
            last = Joins.lastEvent(request.params());
        } catch (IllegalArgumentException e) {
            return Uni.createFrom().item(JoinDecision.denied("bad_last_event_id", e.getMessage()));
        }
        return avatars.get(Asker.owner(request.account()), avatar.get())
                .chain(profile -> grant(request, avatar.get(), profile, last));
    }

    private Uni<JoinDecision> grant(JoinRequest request, AvatarId avatar, JsonNode profile, Cursor last) {
        return welcome.prepare(Asker.owner(request.account()), avatar, profile, last)
                .map(prepared -> {
                    AvatarChannel channel = new AvatarChannel(
                            request.account(), avatar, request.outlet(), prepared.position(), hub, presence, events);
                    return new JoinDecision.Granted(channel, prepared.response());
                });
    }
}
