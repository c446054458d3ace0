package viva.llm.nim;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where the language model is, and how it is asked. */
@ConfigMapping(prefix = "viva.nim")
public interface NimConfig {
    /** The server, with its path; NVIDIA NIM, or any other that speaks OpenAI's protocol. {@code NIM_BASE_URL} sets it. */
    @WithDefault("https://integrate.api.nvidia.com/v1")
    String baseUrl();

    /** The key to it; servers of one's own need none. {@code NVIDIA_API_KEY} sets it. */
    Optional<String> key();

    /** Models for everything, the first choice first; they come before the ones below. {@code NIM_LLM_MODEL} sets it. */
    Optional<List<String>> model();

    /** The model that embeds texts; without it they are embedded in this process. {@code NIM_EMBEDDING_MODEL} sets it. */
    Optional<String> embeddingModel();

    Models models();

    /** How long a connection may take. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** How long an answer may take whose first words came in time. */
    @WithDefault("30s")
    Duration totalTimeout();

    /** How long before a request's deadline a model is given up, so that the offline voice speaks in time. */
    @WithDefault("500ms")
    Duration margin();

    /** Attempts with one model. */
    @WithDefault("3")
    @Min(1)
    @Max(10)
    int attempts();

    /** How long a model that answered 404 or 410 is not asked again. */
    @WithDefault("1h")
    Duration goneFor();

    /** Requests that are under way at the same time. */
    @WithDefault("16")
    @Min(1)
    @Max(1_000)
    int concurrent();

    /** Requests that may wait for one of these; one more is answered offline. */
    @WithDefault("64")
    @Min(0)
    @Max(10_000)
    int waiting();

    /** Texts that are embedded with one request. */
    @WithDefault("32")
    @Min(1)
    @Max(256)
    int embeddingBatch();

    Circuit circuit();

    /** The models of each purpose, the first choice first. */
    interface Models {
        /** Answers to owners, greetings and first messages. */
        @WithDefault(
                "nvidia/nemotron-3.5-lightning-30b-a3b,nvidia/nemotron-3-super-120b-a12b,nvidia/nemotron-3-ultra-550b-a55b")
        List<String> answer();

        /** Turns of conversations between avatars. */
        @WithDefault("nvidia/nemotron-3.5-lightning-30b-a3b,nvidia/nemotron-3-super-120b-a12b")
        List<String> turn();

        /** Thoughts. */
        @WithDefault("nvidia/nemotron-3.5-lightning-30b-a3b,nvidia/nemotron-3-super-120b-a12b")
        List<String> thought();

        /** Reflections. */
        @WithDefault("nvidia/nemotron-3-super-120b-a12b,nvidia/nemotron-3.5-lightning-30b-a3b")
        List<String> reflection();

        /** Analyses of texts. */
        @WithDefault("nvidia/nemotron-3.5-lightning-30b-a3b,nvidia/nemotron-3-super-120b-a12b")
        List<String> analysis();
    }

    /** When a server that fails is left alone. */
    interface Circuit {
        /** Calls that are looked at; when half of them failed, the circuit opens. */
        @WithDefault("10")
        @Min(1)
        @Max(1_000)
        int calls();

        /** How long it stays open before one call tries again. */
        @WithDefault("10s")
        Duration delay();
    }
}
