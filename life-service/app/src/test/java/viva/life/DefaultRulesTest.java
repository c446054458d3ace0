package viva.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import viva.life.clock.WorldConfig;
import viva.life.command.LifeRules;
import viva.life.encounter.CompanyConfig;
import viva.life.outreach.ReachConfig;
import viva.life.ownertalk.ConversationConfig;
import viva.life.world.WorldClock;

/** A simulated world lives by the defaults of the core, a service by those of its configuration: they are the same. */
class DefaultRulesTest {
    @Test
    void a_service_without_settings_decides_by_the_default_rules_of_the_core() {
        LifeRules configured = new LifeRules(
                unset(ConversationConfig.class).rules(),
                unset(ConversationConfig.class).chats(),
                unset(CompanyConfig.class).rules(),
                unset(ReachConfig.class).rules());

        assertThat(configured).isEqualTo(LifeRules.DEFAULT);
    }

    @Test
    void a_world_without_settings_has_the_default_scale_of_the_core() {
        assertThat(unset(WorldConfig.class).scale()).isEqualTo(WorldClock.DEFAULT_SCALE);
    }

    private static <C> C unset(Class<C> mapping) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(mapping)
                .build()
                .getConfigMapping(mapping);
    }
}
