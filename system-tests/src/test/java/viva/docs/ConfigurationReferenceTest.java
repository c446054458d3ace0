package viva.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationReferenceTest {
    private static final Path REPOSITORY = Path.of("..");
    private static final Path DOCUMENT = REPOSITORY.resolve("docs/configuration.md");
    private static final String MARK =
            "<!-- generated from the sources: run with -Dviva.docs.update=true to renew -->\n";

    @Test
    void the_configuration_page_says_what_the_sources_say() throws IOException {
        String page = Files.readString(DOCUMENT);
        String byHand = page.substring(0, page.indexOf(MARK) + MARK.length());
        String expected = byHand + "\n" + ConfigurationReference.of(REPOSITORY);
        if (Boolean.getBoolean("viva.docs.update")) {
            Files.writeString(DOCUMENT, expected);
        }

        assertThat(Files.readString(DOCUMENT)).isEqualTo(expected);
    }
}
