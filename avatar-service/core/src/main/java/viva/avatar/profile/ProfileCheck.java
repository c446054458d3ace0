package viva.avatar.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import viva.contracts.AvatarProfile;
import viva.contracts.Personality;

/** Checks a whole profile for a new avatar and names everything that is wrong with it at once. */
public final class ProfileCheck {
    private ProfileCheck() {}

    /**
     * The profile in its normal form, or what is wrong with it.
     *
     * @param chance draws the personality when the owner gave none
     */
    public static Checked<AvatarProfile> check(ProfileDraft draft, Supplier<Personality> chance) {
        Checked<Details> details =
                Details.check(draft.name(), draft.bio(), draft.gender(), draft.age(), draft.locale(), draft.persona());
        Checked<Personality> personality = draft.personality() == null
                ? new Checked.Accepted<>(chance.get())
                : PersonalityCheck.check(draft.personality());
        if (details instanceof Checked.Accepted(Details d) && personality instanceof Checked.Accepted(Personality p)) {
            return new Checked.Accepted<>(d.with(p));
        }
        List<Rejection> rejections = new ArrayList<>(details.rejections());
        rejections.addAll(personality.rejections());
        return new Checked.Refused<>(rejections);
    }
}
