package viva.life.recall;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import viva.contracts.Audience;
import viva.contracts.AvatarId;
import viva.contracts.Json;
import viva.contracts.WorldTime;
import viva.contracts.message.SpeakV1;
import viva.platform.service.identity.Internal;

/** The memories that the avatar service finds for an owner. One attempt each: there is no time for a second. */
@Singleton
class AvatarMemories implements MemorySource {
    /** Of a message so many characters are searched for; a question is shorter. */
    private static final int MOST_CHARS = 500;

    private static final int OK = 200;

    private final URI service;
    private final Optional<String> key;
    private final RecallConfig config;
    private final HttpClient client;

    /** @param key that all services share; without one they are on the same machine */
    AvatarMemories(
            @ConfigProperty(name = "viva.url.avatar") URI service,
            @ConfigProperty(name = "viva.internal.key") Optional<String> key,
            RecallConfig config) {
        this.service = service;
        this.key = key;
        this.config = config;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.limit())
                .build();
    }

    @Override
    public List<SpeakV1.Memory> find(AvatarId avatar, String text) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(avatar, text))
                .timeout(config.limit())
                .header("Accept", "application/json")
                .header("User-Agent", "viva-life");
        key.ifPresent(secret -> request.header(Internal.KEY_HEADER, secret));
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != OK) {
                throw new IllegalStateException("the avatar service answered " + response.statusCode());
            }
            return read(Json.mapper().readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("this service stops", e);
        }
    }

    private URI address(AvatarId avatar, String text) {
        String query = text.substring(0, Math.min(MOST_CHARS, text.length()));
        return service.resolve("/internal/avatars/" + avatar + "/recall?audience=" + Audience.OWNER.label() + "&limit="
                + Math.min(config.most(), SpeakV1.Context.MOST_MEMORIES) + "&query="
                + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }

    private static List<SpeakV1.Memory> read(JsonNode found) {
        List<SpeakV1.Memory> memories = new ArrayList<>();
        for (JsonNode memory : found) {
            String content = memory.path("content").asText();
            if (!content.isBlank() && content.length() <= SpeakV1.MOST_CHARS) {
                memories.add(new SpeakV1.Memory(
                        UUID.fromString(memory.path("id").asText()),
                        content,
                        WorldTime.parse(memory.path("occurred_at").asText()),
                        Audience.of(memory.path("audience").asText(Audience.OWNER.label()))));
            }
        }
        return memories;
    }
}
