package viva.life.encounter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How avatars meet and talk with each other. */
@ConfigMapping(prefix = "viva.company")
public interface CompanyConfig {
    /** Whether they meet at all; without, every search for company ends with nobody. */
    @WithDefault("true")
    boolean enabled();

    /** Real time between the yes of a guest and the first word: its shard has to hear of it first. */
    @WithDefault("500ms")
    Duration breath();

    /** How long the llm service may take for one turn, in real time, before the offline voice speaks. */
    @WithDefault("4s")
    Duration turnDeadline();

    /** As decisions see it. */
    default EncounterRules rules() {
        return new EncounterRules(enabled(), breath(), turnDeadline());
    }
}
