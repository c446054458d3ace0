package viva.avatar.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import viva.avatar.personality.Catalogue;
import viva.avatar.personality.RandomPersonality;
import viva.contracts.AttachmentStyle;
import viva.contracts.AvatarProfile;
import viva.contracts.HumorStyle;
import viva.contracts.LoveLanguage;
import viva.contracts.Personality;

class ProfileCheckTest {
    private static final Personality DRAWN = RandomPersonality.draw(new Random(7), Catalogue.standard());

    @Test
    void chance_fills_in_a_personality_that_was_left_out() {
        ProfileDraft draft = new ProfileDraft("Luna", null, null, null, null, null, null);

        assertThat(ProfileCheck.check(draft, () -> DRAWN))
                .isEqualTo(new Checked.Accepted<>(new AvatarProfile("Luna", "", null, null, "en", DRAWN)));
    }

    @Test
    void a_given_personality_is_kept() {
        Checked<AvatarProfile> checked = check(personality(0.85, List.of("astronomy"), List.of("growth")));

        Personality personality = accepted(checked).personality();
        assertThat(personality.openness().value()).isEqualTo(0.85);
        assertThat(personality.humorStyle()).isEqualTo(HumorStyle.WITTY);
        assertThat(personality.interests()).containsExactly("astronomy");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.4, Double.NaN, Double.POSITIVE_INFINITY})
    void a_trait_outside_of_its_range_is_refused_by_name(double openness) {
        assertThat(check(personality(openness, List.of(), List.of())))
                .isEqualTo(refused(new Rejection.OutOfRange("personality.openness", 0, 1, openness)));
    }

    @Test
    void every_missing_part_is_named() {
        PersonalityDraft nothing = new PersonalityDraft(null, null, null, null, null, null, null, null, null, null);

        assertThat(check(nothing).rejections())
                .hasSize(8)
                .contains(new Rejection.Missing("personality.attachment_style"));
    }

    @Test
    void tags_are_trimmed_and_distinct_whatever_their_case() {
        Checked<Personality> checked =
                PersonalityCheck.check(personality(0.5, List.of(" Music", "music ", "", "Jazz"), List.of()));

        assertThat(accepted(checked).interests()).containsExactly("Music", "Jazz");
    }

    @Test
    void lists_and_their_entries_are_limited() {
        List<String> many = Collections.nCopies(21, "tea");
        List<String> wordy = List.of("fine", "x".repeat(41), "no\u0007bell");

        assertThat(check(personality(0.5, many, wordy)))
                .isEqualTo(refused(
                        new Rejection.TooMany("personality.interests", 20, 21),
                        new Rejection.TooLong("personality.values[1]", 40, 41),
                        new Rejection.Unprintable("personality.values[2]", 7)));
    }

    @Test
    void all_faults_are_told_at_once() {
        ProfileDraft draft = new ProfileDraft("", null, null, 7, null, personality(2, List.of(), List.of()), null);

        assertThat(ProfileCheck.check(draft, () -> DRAWN))
                .isEqualTo(refused(
                        new Rejection.Missing("name"),
                        new Rejection.OutOfRange("age", 18, 120, 7),
                        new Rejection.OutOfRange("personality.openness", 0, 1, 2)));
    }

    @Test
    void reasons_say_what_they_got() {
        assertThat(new Rejection.OutOfRange("personality.openness", 0, 1, 1.4).reason())
                .isEqualTo("must be in [0,1]: got 1.4");
        assertThat(new Rejection.Unprintable("name", 7).reason()).endsWith("got U+0007");
    }

    private static <T> T accepted(Checked<T> checked) {
        return switch (checked) {
            case Checked.Accepted<T>(T value) -> value;
            case Checked.Refused<T>(List<Rejection> rejections) -> throw new AssertionError(rejections);
        };
    }

    private static Checked<AvatarProfile> check(PersonalityDraft personality) {
        return ProfileCheck.check(new ProfileDraft("Luna", null, null, null, null, personality, null), () -> DRAWN);
    }

    private static PersonalityDraft personality(double openness, List<String> interests, List<String> values) {
        return new PersonalityDraft(
                openness,
                0.6,
                0.4,
                0.75,
                0.3,
                HumorStyle.WITTY,
                LoveLanguage.WORDS,
                AttachmentStyle.SECURE,
                interests,
                values);
    }

    private static Checked<AvatarProfile> refused(Rejection... rejections) {
        return new Checked.Refused<>(List.of(rejections));
    }
}
