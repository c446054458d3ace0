package viva.avatar.profile;

import viva.contracts.AvatarProfile;
import viva.contracts.Personality;

/** What a profile may hold. Lengths are in Unicode code points. */
public final class ProfileLimits {
    public static final int NAME = 50;
    public static final int BIO = 500;
    public static final int PERSONA = AvatarProfile.MOST_PERSONA_CHARS;
    public static final int GENDER = 40;
    public static final int LOCALE = 35;
    public static final int TAG = 40;
    public static final int TAGS = Personality.MAX_TAGS;

    /** Avatars fall in love, so none is a minor. */
    public static final int YOUNGEST = 18;

    public static final int OLDEST = 120;
    public static final String DEFAULT_LOCALE = "en";

    private ProfileLimits() {}
}
