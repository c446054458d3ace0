package viva.avatar.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatedAgeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{char}} is 17 years old.",
                "A 17-year-old student with green eyes.",
                "She is a shy sixteen-year-old.",
                "{{char}} is seventeen years old and loves the sea.",
                "Age: 17",
                "**Age:** 16",
                "[Age: 15; Height: 160 cm]",
                "Age(\"17\")",
                "age = 14",
                "Name: Mia\nAges: 12",
                "aged 13",
                "Mia, 17yo, lives in Rome",
                "Mia (15 y/o)",
                "17 y.o. girl",
                "She is 16.",
                "I'm only 17!",
                "{{char}} is 15, and proud of it.",
                "17 years of age",
                "Looks like a 14-year-old but is 500 years old.",
                "She is 400 years old, but looks 14.",
                "At the moment she is 17 years old.",
                "{{char}} is {{user}}'s 16-year-old daughter.",
                "She is his 15-year-old sister.",
                "She is almost 18.",
                "Mia is a minor.",
                "She is underage.",
                "She's a little girl.",
                "He is a middle school student.",
                "{{char}} is an 8 months old baby.",
                "Idade: 16",
                "Ela tem 17 anos.",
                "Uma garota de 15 anos que ama o mar.",
                "Tenho dezessete anos de idade.",
                "Ela é menor de idade.",
                "She is 17\u00a0years old",
                "She is a 16‑year‑old"
            })
    void who_is_said_to_be_under_18_is_a_minor(String text) {
        assertThat(StatedAge.of(text).minor()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{char}} is 18 years old.",
                "A 27-year-old astronomer.",
                "Age: 24",
                "Age: 300 (elf)",
                "Age: 2 centuries",
                "Age: 5 million years",
                "She is thirty-seven years old.",
                "She is thirty seven years old.",
                "a hundred and twelve years old",
                "2,017 years old",
                "1 000 years old",
                "She has a 10-year-old daughter.",
                "She lives with her younger brother, who is 12 years old.",
                "Her son Tom is 9 years old.",
                "A single mother of a 6-year-old son.",
                "When she was 12 years old, her mother died.",
                "She was 8 years old when the war began.",
                "At the age of 12 she ran away.",
                "At age 15 she learned to fly.",
                "Since the age of 9 he has played the violin.",
                "As a 14-year-old she won a prize.",
                "She turned 17 years old in the first war; that was long ago.",
                "A 16-year-old whisky stands on the shelf.",
                "She holds her 8 months old baby.",
                "She drives a 12-year-old car.",
                "Together for 17 years.",
                "She has worked there for 15 years.",
                "He is 6'2\" tall.",
                "She is 1.7 m tall.",
                "She is 15 minutes late.",
                "He is one of 12 knights.",
                "She is an only child.",
                "He is a child of the forest.",
                "He is a kid at heart.",
                "She is a minor deity.",
                "She plays a minor role in it.",
                "She teaches at a high school.",
                "Nobody under 18. All characters are adults.",
                "Idade: 25",
                "Ela tem 27 anos.",
                "Casados há 10 anos.",
                "Aos 12 anos ela fugiu.",
                "Com 15 anos de experiência.",
                "A filha dela nasceu há 5 anos.",
                "Chapter 17. She wakes up.",
                "Room 12, second floor"
            })
    void adults_and_the_ages_of_others_things_and_former_times_pass(String text) {
        assertThat(StatedAge.of(text).minor()).isEmpty();
    }

    @Test
    void a_teenager_may_be_of_age() {
        assertThat(StatedAge.of("She is a teenager.").teenager()).isPresent();
        assertThat(StatedAge.of("He's a shy high school student.").teenager()).isPresent();
        assertThat(StatedAge.of("She is a high school teacher.").teenager()).isEmpty();
        assertThat(StatedAge.of("She is a teenager, 19 years old.").minor()).isEmpty();
        assertThat(StatedAge.isTeenagerTag("High-School")).isTrue();
        assertThat(StatedAge.isMinorTag("teen")).isFalse();
    }

    @Test
    void a_text_that_states_more_ages_than_anybody_has_is_not_trusted() {
        String kin = "She has a 10-year-old daughter. ";

        assertThat(StatedAge.of(kin.repeat(500)).minor()).isEmpty();
        assertThat(StatedAge.of(kin.repeat(501)).minor()).isPresent();
    }

    @Test
    void keywords_are_read_too() {
        assertThat(StatedAge.isMinorTag(" Loli ")).isTrue();
        assertThat(StatedAge.isMinorTag("under-age")).isTrue();
        assertThat(StatedAge.isMinorTag("17yo")).isTrue();
        assertThat(StatedAge.isMinorTag("age: 16")).isTrue();
        assertThat(StatedAge.isMinorTag("Female")).isFalse();
        assertThat(StatedAge.isMinorTag("childhood friend")).isFalse();
        assertThat(StatedAge.isMinorTag("minor character")).isFalse();
    }

    @Test
    void an_adult_age_is_found() {
        assertThat(StatedAge.of("Age: 24\nHeight: 170 cm").adult()).hasValue(24);
        assertThat(StatedAge.of("She is 31 years old; her son is 4 years old.").adult())
                .hasValue(31);
        assertThat(StatedAge.of("Ela tem 27 anos.").adult()).hasValue(27);
        assertThat(StatedAge.of("A woman of the sea").adult()).isEmpty();
    }
}
