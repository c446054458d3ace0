package viva.llm.prompt;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Variant;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import viva.contracts.AccountId;
import viva.contracts.WorldTime;
import viva.contracts.message.SpeakV1;

/** What the tests of prompts have in common. */
final class PromptSamples {
    static final AccountId OWNER = AccountId.of("0198c0de-0000-7000-8000-00000000000a");

    private PromptSamples() {}

    /** With the templates of the service, and without Quarkus. */
    static Prompts prompts() {
        return new Prompts(engine());
    }

    static SpeakV1.Memory memory(String content) {
        return new SpeakV1.Memory(UUID.fromString("0198c0de-0000-7000-8000-0000000000d0"), content, new WorldTime(0));
    }

    private static Engine engine() {
        return Engine.builder()
                .addDefaults()
                .addLocator(id -> Optional.ofNullable(PromptSamples.class.getResourceAsStream("/templates/" + id))
                        .map(stream -> new io.quarkus.qute.TemplateLocator.TemplateLocation() {
                            @Override
                            public Reader read() {
                                return new InputStreamReader(stream, StandardCharsets.UTF_8);
                            }

                            @Override
                            public Optional<Variant> getVariant() {
                                return Optional.empty();
                            }
                        }))
                .build();
    }
}
