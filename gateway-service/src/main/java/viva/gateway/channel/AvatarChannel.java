package viva.gateway.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.MessageId;
import viva.contracts.message.ConversationMessageV1;
import viva.gateway.backend.Asker;
import viva.gateway.phoenix.Answer;
import viva.gateway.phoenix.Channel;
import viva.gateway.phoenix.Outlet;
import viva.gateway.phoenix.Push;
import viva.gateway.presence.Presence;
import viva.gateway.timeline.Cursor;
import viva.gateway.timeline.Entry;

/** An owner's device that looks at an avatar. */
final class AvatarChannel implements Channel {
    private final AccountId account;
    private final AvatarId avatar;
    private final Outlet outlet;
    private final LiveHub hub;
    private final Presence presence;
    private final AvatarEvents events;
    private final OwnWords ownWords = new OwnWords();
    private final Watcher watcher;
    private boolean watching;

    AvatarChannel(
            AccountId account,
            AvatarId avatar,
            Outlet outlet,
            long position,
            LiveHub hub,
            Presence presence,
            AvatarEvents events) {
        this.account = account;
        this.avatar = avatar;
        this.outlet = outlet;
        this.hub = hub;
        this.presence = presence;
        this.events = events;
        this.watcher = new Watcher(AvatarChannels.PREFIX + avatar, outlet, position, this::isNewHere);
    }

    AccountId account() {
        return account;
    }

    Asker asker() {
        return Asker.owner(account);
    }

    AvatarId avatar() {
        return avatar;
    }

    @Override
    public void opened() {
        watching = true;
        presence.came(account, avatar, hub.isWatched(avatar));
        hub.watch(avatar, watcher);
    }

    @Override
    public Uni<Answer> handle(String event, ObjectNode payload) {
        return events.handle(this, event, payload);
    }

    @Override
    public void left() {
        if (watching) {
            watching = false;
            hub.unwatch(avatar, watcher);
        }
    }

    /** This device said it, so it need not be told. */
    void said(MessageId message) {
        ownWords.add(message);
    }

    /** Pushes the state to this device alone. */
    void showState(JsonNode state) {
        ObjectNode payload = state.deepCopy();
        payload.put("event_id", new Cursor(watcher.seq(), UuidCreator.getTimeOrderedEpoch()).toString());
        outlet.push(Push.of(AvatarChannels.PREFIX + avatar, "state", payload));
    }

    private boolean isNewHere(Entry entry) {
        return !(entry.event() instanceof ConversationMessageV1 said && ownWords.contains(said.messageId()));
    }
}
