package viva.llm.nim;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NimSetupTest {
    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");

    @Test
    void a_key_alone_means_nvidias_server_and_models_that_live() {
        NimSetup setup = setup("viva.nim.key", " nvapi-x\n");

        assertThat(setup.address())
                .hasValueSatisfying(at -> assertThat(at.isHosted()).isTrue());
        assertThat(setup.key().orElseThrow().authorization()).isEqualTo("Bearer nvapi-x");
        assertThat(setup.book().listed(Purpose.ANSWER))
                .startsWith("nvidia/nemotron-3.5-lightning-30b-a3b")
                .hasSize(3);
        assertThat(setup.embeddingModel()).isEmpty();
        assertThat(setup.sentence(NOW)).isEqualTo("offline: no model has spoken yet");
    }

    @Test
    void without_a_key_nvidia_is_not_asked() {
        NimSetup setup = setup();

        assertThat(setup.address()).isEmpty();
        assertThat(setup.sentence(NOW)).isEqualTo("offline: no NVIDIA_API_KEY is set");
    }

    @Test
    void a_server_of_ones_own_needs_no_key_and_has_only_the_models_that_are_named() {
        NimSetup setup = setup("viva.nim.base-url", "http://localhost:11434/v1/", "viva.nim.model", "llama3.2, qwen3");

        assertThat(setup.address()).map(Object::toString).contains("http://localhost:11434/v1");
        assertThat(setup.book().listed(Purpose.TURN)).containsExactly("llama3.2", "qwen3");
    }

    @Test
    void a_named_model_comes_before_the_others_on_nvidias_server() {
        NimSetup setup = setup("viva.nim.key", "x", "viva.nim.model", "nvidia/mine");

        assertThat(setup.book().listed(Purpose.REFLECTION))
                .startsWith("nvidia/mine")
                .hasSize(3);
    }

    @Test
    void an_address_that_is_none_leaves_the_offline_voice() {
        NimSetup setup = setup("viva.nim.base-url", "integrate.api.nvidia.com/v1", "viva.nim.key", "x");

        assertThat(setup.address()).isEmpty();
        assertThat(setup.sentence(NOW))
                .isEqualTo("offline: NIM_BASE_URL must begin with http:// or https://, so no model is asked");
    }

    @Test
    void whoever_spoke_last_is_named() {
        NimSetup setup = setup("viva.nim.key", "x");

        setup.book().spoke("nvidia/mine", NOW);

        assertThat(setup.sentence(NOW)).isEqualTo("model nvidia/mine speaks");
    }

    private static NimSetup setup(String... settings) {
        return new NimSetup(config(settings));
    }

    static NimConfig config(String... settings) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(NimConfig.class);
        for (int i = 0; i < settings.length; i += 2) {
            builder.withDefaultValue(settings[i], settings[i + 1]);
        }
        return builder.build().getConfigMapping(NimConfig.class);
    }
}
