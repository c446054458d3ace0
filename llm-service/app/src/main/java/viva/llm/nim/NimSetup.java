package viva.llm.nim;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** What follows from the settings: whether a model can be asked at all, where, and which. */
@Singleton
class NimSetup {
    private static final Logger LOG = Logger.getLogger(NimSetup.class);

    private final NimAddress address;
    private final Optional<ApiKey> key;
    private final ModelBook book;
    private final Optional<String> embeddingModel;

    NimSetup(NimConfig config) {
        this.address = NimAddress.parse(config.baseUrl());
        this.key = config.key().flatMap(ApiKey::of);
        this.book = new ModelBook(lists(config), config.goneFor());
        this.embeddingModel = config.embeddingModel().map(String::strip).filter(model -> !model.isEmpty());
        if (address instanceof NimAddress.Malformed malformed) {
            LOG.error(malformed.sentence());
        }
    }

    /** Where requests go; empty when none can: an address that is none, or NVIDIA's without a key. */
    Optional<NimAddress.At> address() {
        return address instanceof NimAddress.At at && (key.isPresent() || !at.isHosted())
                ? Optional.of(at)
                : Optional.empty();
    }

    Optional<ApiKey> key() {
        return key;
    }

    ModelBook book() {
        return book;
    }

    Optional<String> embeddingModel() {
        return embeddingModel;
    }

    /** One sentence for people: who speaks, as far as is known. */
    String sentence(Instant now) {
        return switch (address) {
            case NimAddress.Malformed malformed -> "offline: " + malformed.sentence();
            case NimAddress.At at when address().isEmpty() -> "offline: no NVIDIA_API_KEY is set";
            case NimAddress.At at ->
                book.latest()
                        .map(spoke -> "model " + spoke.model() + " speaks")
                        .orElse(
                                book.alive(Purpose.ANSWER, now).isEmpty()
                                        ? "offline: every model is gone"
                                        : "offline: no model has spoken yet");
        };
    }

    /** What {@code NIM_LLM_MODEL} names comes first. NVIDIA's models follow only on NVIDIA's own server, where they live. */
    private Map<Purpose, List<String>> lists(NimConfig config) {
        Map<Purpose, List<String>> lists = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            Set<String> models = new LinkedHashSet<>(config.model().orElse(List.of()));
            boolean elsewhere = address instanceof NimAddress.At at && !at.isHosted();
            if (!elsewhere || models.isEmpty()) {
                models.addAll(ofPurpose(purpose, config.models()));
            }
            List<String> named = new ArrayList<>();
            models.stream().map(String::strip).filter(model -> !model.isEmpty()).forEach(named::add);
            lists.put(purpose, List.copyOf(named));
        }
        return lists;
    }

    private static List<String> ofPurpose(Purpose purpose, NimConfig.Models models) {
        return switch (purpose) {
            case ANSWER -> models.answer();
            case TURN -> models.turn();
            case THOUGHT -> models.thought();
            case REFLECTION -> models.reflection();
            case ANALYSIS -> models.analysis();
        };
    }
}
