package viva.matchmaker.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import viva.matchmaker.score.MatchRules;

/** A simulated world hears of matches by the defaults of the core, a service by those of its configuration: they are the same. */
class DefaultMatchRulesTest {
    @Test
    void a_matchmaker_without_settings_tells_of_matches_by_the_default_rules_of_the_core() {
        MatchConfig unset = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(MatchConfig.class)
                .build()
                .getConfigMapping(MatchConfig.class);

        assertThat(unset.rules()).isEqualTo(MatchRules.DEFAULT);
    }
}
