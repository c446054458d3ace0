package viva.society;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import viva.platform.rules.CoreRules;

/** The hash of a world follows from its seed only if nothing in the world looks at the machine. */
class PurityTest {
    /** One by one, because these packages still need each other: world → diary → figure → world. */
    @ParameterizedTest
    @ValueSource(strings = {"world", "diary", "figure"})
    void a_world_is_made_of_the_pure_cores_alone(String part) {
        CoreRules.check(
                "viva.society." + part,
                "viva.society.world",
                "viva.society.diary",
                "viva.society.figure",
                "viva.avatar..",
                "viva.life..",
                "viva.relationship..",
                "viva.matchmaker..");
    }
}
