package viva.avatar.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetailsTest {
    @Test
    void a_full_set_is_taken_in_its_normal_form() {
        Checked<Details> checked = Details.check("  Luna ", " two\nlines ", " woman ", 27, "DE-at", null);

        assertThat(checked)
                .isEqualTo(new Checked.Accepted<>(new Details("Luna", "two\nlines", "woman", 27, "de-AT", null)));
    }

    @Test
    void only_the_name_is_required() {
        assertThat(Details.check("Luna", null, null, null, null, null))
                .isEqualTo(new Checked.Accepted<>(new Details("Luna", "", null, null, "en", null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u200B", " \u00AD "})
    void a_name_nobody_can_see_is_missing(String name) {
        assertThat(Details.check(name, null, null, null, null, null)).isEqualTo(refused(new Rejection.Missing("name")));
    }

    @Test
    void lengths_are_counted_in_characters_as_people_count_them() {
        assertThat(Details.check("😀".repeat(50), "x".repeat(500), null, null, null, null))
                .isInstanceOf(Checked.Accepted.class);
        assertThat(Details.check("😀".repeat(51), "x".repeat(501), "g".repeat(41), null, null, null))
                .isEqualTo(refused(
                        new Rejection.TooLong("name", 50, 51),
                        new Rejection.TooLong("bio", 500, 501),
                        new Rejection.TooLong("gender", 40, 41)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x07, 0x0A, 0x1B, 0x7F, 0x85, 0x2028, 0x202E, 0x2066, 0xD800})
    void a_name_with_a_control_character_is_refused(int codePoint) {
        String name = "Lu" + Character.toString(codePoint) + "na";

        assertThat(Details.check(name, null, null, null, null, null))
                .isEqualTo(refused(new Rejection.Unprintable("name", codePoint)));
    }

    @Test
    void a_bio_may_have_lines_but_no_other_control_character() {
        assertThat(Details.check("Luna", "a\r\n\tb", null, null, null, null)).isInstanceOf(Checked.Accepted.class);
        assertThat(Details.check("Luna", "a\u0000b", null, null, null, null))
                .isEqualTo(refused(new Rejection.Unprintable("bio", 0)));
    }

    @ParameterizedTest
    @CsvSource({"17,false", "18,true", "120,true", "121,false", "-1,false"})
    void an_age_is_that_of_an_adult(int age, boolean accepted) {
        assertThat(Details.check("Luna", null, null, age, null, null) instanceof Checked.Accepted)
                .isEqualTo(accepted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"english please", "e", "en_US", "x-private", "12"})
    void a_locale_that_is_no_language_tag_is_refused(String locale) {
        assertThat(Details.check("Luna", null, null, null, locale, null))
                .isEqualTo(refused(new Rejection.NotALocale("locale", locale)));
    }

    private static Checked<Details> refused(Rejection... rejections) {
        return new Checked.Refused<>(List.of(rejections));
    }
}
