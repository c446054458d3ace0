package viva.gateway.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import viva.contracts.AvatarId;
import viva.contracts.Json;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.Event;
import viva.platform.messaging.Envelopes;

/** Every event whose golden payload names another avatar is known to be about that one. */
class AboutTest {
    private static final Path GOLDEN = Path.of("../contracts/src/test/resources/golden");
    private static final AvatarId SOL = AvatarId.of("0198c0de-0000-7000-8000-000000000002");

    static List<Path> goldenPayloads() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.toList();
        }
    }

    /** Those in {@code about} are only named in what was said, which is kept without their names. */
    @ParameterizedTest
    @MethodSource("goldenPayloads")
    void an_event_is_about_everybody_whose_id_is_in_it(Path golden) throws IOException {
        byte[] payload = Files.readAllBytes(golden);
        CloudEvent<?> message = Envelopes.decode(payload);

        if (message.data() instanceof Event event && !message.subject().equals(SOL)) {
            ObjectNode data = (ObjectNode) Json.mapper().readTree(payload).path("data");
            data.remove("about");
            boolean named = data.toString().contains(SOL.toString());
            assertThat(About.others(event)).isEqualTo(named ? List.of(SOL) : List.of());
        }
    }
}
