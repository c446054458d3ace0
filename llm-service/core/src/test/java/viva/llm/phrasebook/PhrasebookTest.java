package viva.llm.phrasebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PhrasebookTest {
    private static final Pattern GUILT = Pattern.compile(
            "(?i)where (were|have) you|finally|at last|waited for you|left me|forgot(ten)? me|abandon|neglect"
                    + "|endlich|wo warst du|auf dich gewartet|allein gelassen|vergessen hast"
                    + "|por fin|dónde estabas|te esperaba|me dejaste|me olvidaste|abandonad"
                    + "|finalmente|onde estavas|onde você estava|esperei por|me deixaste|me deixou|esqueceste");

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_language_can_say_what_english_can(Language language) {
        Set<String> missing = new TreeSet<>(plainKeys(Phrasebook.load(Language.ENGLISH)));

        missing.removeAll(Phrasebook.load(language).keys());

        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_line_can_be_filled_and_is_short(Language language) {
        Phrasebook book = Phrasebook.load(language);
        Map<Slot, String> values = new EnumMap<>(Slot.class);
        for (Slot slot : Slot.values()) {
            values.put(slot, "Xyz");
        }
        Chance chance = new Chance(new UUID(1, 2), 3);
        for (String key : book.keys()) {
            for (Template line : book.lines(key)) {
                for (int i = 0; i < 20; i++) {
                    String text = line.fill(values, chance);
                    assertThat(text).as(key).isNotBlank().hasSizeLessThan(260).doesNotContain("{", "}", "[", "]", "|");
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void nobody_is_blamed_for_having_been_away(Language language) {
        Phrasebook book = Phrasebook.load(language);
        Map<Slot, String> values = new EnumMap<>(Slot.class);
        for (Slot slot : Slot.values()) {
            values.put(slot, "Xyz");
        }
        Chance chance = new Chance(new UUID(4, 5), 6);
        for (String key : book.keys()) {
            for (Template line : book.lines(key)) {
                for (int i = 0; i < 40; i++) {
                    assertThat(GUILT.matcher(line.fill(values, chance)).find())
                            .as(key + ": " + line.fill(values, chance))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void a_line_that_is_not_closed_is_refused() {
        assertThatThrownBy(() -> Template.parse("I [like|love tea")).hasMessageContaining("left open");
        assertThatThrownBy(() -> Template.parse("I like {tea")).hasMessageContaining("left open");
        assertThatThrownBy(() -> Template.parse("I like {teapot}")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Template.parse("this|that")).hasMessageContaining("outside");
        assertThatThrownBy(() -> Template.parse("this] that")).hasMessageContaining("unexpected");
    }

    @Test
    void alternatives_with_unknown_gaps_are_left_out() {
        Template line = Template.parse("Hello[, {owner}|]!");
        for (int i = 0; i < 50; i++) {
            assertThat(line.fill(Map.of(), new Chance(new UUID(0, i), 0))).isEqualTo("Hello!");
        }
        assertThat(Template.parse("Hello, {owner}").fits(Set.of())).isFalse();
        assertThat(line.variants()).isEqualTo(2);
    }

    private static Set<String> plainKeys(Phrasebook book) {
        Set<String> keys = new TreeSet<>(book.keys());
        keys.removeIf(key -> key.contains("/") || key.startsWith("interest."));
        return keys;
    }
}
