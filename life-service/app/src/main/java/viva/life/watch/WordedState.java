package viva.life.watch;

import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.StateView;
import viva.life.mind.Snapshot;
import viva.life.mind.StateViews;
import viva.life.voice.OfflinePhrasing;

/** A state whose thought is in the avatar's own words: the same words in which it was told when it came up. */
public final class WordedState {
    private WordedState() {}

    /** {@code profile} may be null; then the thought has the plain words of {@code locale}. */
    public static StateView of(
            AvatarId avatar, AvatarProfile profile, String locale, Snapshot mind, OfflinePhrasing voices) {
        return profile == null || mind.thought() == null
                ? StateViews.of(mind, locale)
                : StateViews.worded(mind, voices.thought(avatar, profile, mind.thought()));
    }
}
