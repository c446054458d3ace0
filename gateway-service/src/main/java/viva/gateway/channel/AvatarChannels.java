package viva.gateway.channel;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import viva.contracts.AvatarId;
import viva.gateway.backend.Asker;
import viva.gateway.backend.Avatars;
import viva.gateway.phoenix.JoinDecision;
import viva.gateway.phoenix.JoinRequest;
import viva.gateway.presence.Presence;
import viva.gateway.timeline.Cursor;

/** The topics {@code avatar:<id>}: an owner and one of their avatars. */
@Singleton
class AvatarChannels extends TimelineChannels<AvatarId> {
    static final String PREFIX = "avatar:";

    private final Avatars avatars;
    private final Welcome welcome;
    private final AvatarEvents events;
    private final LiveHub hub;
    private final Presence presence;

    AvatarChannels(Avatars avatars, Welcome welcome, AvatarEvents events, LiveHub hub, Presence presence) {
        super(PREFIX, AvatarId::of);
        this.avatars = avatars;
        this.welcome = welcome;
        this.events = events;
        this.hub = hub;
        this.presence = presence;
    }

    @Override
    Uni<JoinDecision> join(JoinRequest request, AvatarId avatar, Cursor last) {
        Asker asker = Asker.owner(request.account());
        return avatars.get(asker, avatar)
                .chain(profile -> welcome.prepare(asker, avatar, profile, last))
                .map(prepared -> {
                    AvatarChannel channel = new AvatarChannel(
                            request.account(), avatar, request.outlet(), prepared.position(), hub, presence, events);
                    return new JoinDecision.Granted(channel, prepared.response());
                });
    }
}
