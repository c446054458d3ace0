package viva.avatar.soul;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import viva.avatar.document.Fields;
import viva.avatar.profile.Checked;
import viva.avatar.profile.PersonalityDraft;
import viva.avatar.profile.ProfileCheck;
import viva.avatar.profile.ProfileDraft;
import viva.avatar.profile.ProfileLimits;
import viva.avatar.profile.Rejection;
import viva.contracts.AttachmentStyle;
import viva.contracts.AvatarProfile;
import viva.contracts.HumorStyle;
import viva.contracts.LoveLanguage;

/** Reads the profile of a soul file by the rules for every other profile. */
final class ProfileReader {
    static final int NAME = ProfileLimits.NAME;
    private static final long MOST_YEARS = 10_000;
    private static final PersonalityDraft NOTHING =
            new PersonalityDraft(null, null, null, null, null, null, null, null, null, null);

    private ProfileReader() {}

    /** Empty when something is wrong with it, which is noted. */
    static Optional<AvatarProfile> read(Fields root) {
        if (!root.has("avatar")) {
            root.reject(new Rejection.Missing("avatar"));
            return Optional.empty();
        }
        Fields avatar = root.object("avatar");
        boolean offlineOnly = avatar.has("model_allowed") && !avatar.flag("model_allowed");
        int before = root.rejections().size();
        ProfileDraft draft = draft(avatar);
        if (root.rejections().size() > before) {
            return Optional.empty();
        }
        return switch (ProfileCheck.check(draft, () -> {
            throw new IllegalStateException("a soul has a personality");
        })) {
            case Checked.Accepted<AvatarProfile>(AvatarProfile profile) ->
                Optional.of(new AvatarProfile(
                        profile.name(),
                        profile.bio(),
                        profile.gender(),
                        profile.age(),
                        profile.locale(),
                        profile.personality(),
                        offlineOnly,
                        profile.persona()));
            case Checked.Refused<AvatarProfile>(List<Rejection> wrong) -> {
                wrong.forEach(rejection -> root.reject(new Rejection.Within(avatar.path(), rejection)));
                yield Optional.empty();
            }
        };
    }

    private static ProfileDraft draft(Fields avatar) {
        return new ProfileDraft(
                avatar.text("name").orElse(null),
                avatar.text("bio").orElse(null),
                avatar.text("gender").orElse(null),
                avatar.whole("age", 0, MOST_YEARS).map(Long::intValue).orElse(null),
                avatar.text("locale").orElse(null),
                avatar.has("personality") ? personality(avatar.object("personality")) : NOTHING,
                avatar.text("persona").orElse(null));
    }

    private static PersonalityDraft personality(Fields who) {
        return new PersonalityDraft(
                trait(who, "openness"),
                trait(who, "conscientiousness"),
                trait(who, "extraversion"),
                trait(who, "agreeableness"),
                trait(who, "neuroticism"),
                style(who, "humor_style", HumorStyle.values()),
                style(who, "love_language", LoveLanguage.values()),
                style(who, "attachment_style", AttachmentStyle.values()),
                who.texts("interests"),
                who.texts("values"));
    }

    private static Double trait(Fields who, String name) {
        return who.number(name, 0, 1).orElse(null);
    }

    private static <T extends Enum<T>> T style(Fields who, String name, T[] styles) {
        Optional<String> label = who.text(name);
        Optional<T> style = label.flatMap(said -> Arrays.stream(styles)
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(said))
                .findFirst());
        if (label.isPresent() && style.isEmpty()) {
            who.reject(new Rejection.NotAKind(who.path(name), label.orElseThrow()));
        }
        return style.orElse(null);
    }
}
