package viva.local.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorldPrivacyTest {
    @TempDir
    Path root;

    private WorldFolder folder;

    @BeforeEach
    void aUsualFolder() {
        folder = new WorldFolder(root.resolve(".viva"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "postgres", "rabbitmq", "redis", "logs", "run", "secrets"})
    void nobody_but_the_owner_enters_a_folder_of_a_world_whether_it_is_new_or_was_open(String name) throws IOException {
        WorldPrivacy.protect(folder, false);
        assertThat(mode(name)).isEqualTo("rwx------");

        open(folder.home().resolve(name));
        WorldPrivacy.protect(folder, false);
        assertThat(mode(name)).isEqualTo("rwx------");
    }

    @Test
    void what_is_only_there_sometimes_is_closed_when_it_is_there() throws IOException {
        WorldPrivacy.protect(folder, false);
        assertThat(folder.training()).doesNotExist();

        open(Files.createDirectories(folder.training()));
        WorldPrivacy.protect(folder, false);

        assertThat(mode("training")).isEqualTo("rwx------");
    }

    @Test
    void another_user_that_runs_the_database_gets_through_to_it_and_to_nothing_else() throws IOException {
        WorldPrivacy.protect(folder, true);

        assertThat(mode("")).isEqualTo("rwx--x--x");
        assertThat(mode("postgres")).isEqualTo("rwx--x--x");
        assertThat(mode("secrets")).isEqualTo("rwx------");
    }

    @Test
    void a_folder_that_somebody_made_for_more_than_a_world_stays_as_it_is() throws IOException {
        Path shared = Files.createDirectories(root.resolve("shared"));
        open(shared);

        WorldPrivacy.protect(new WorldFolder(shared), false);
        WorldPrivacy.protect(new WorldFolder(shared), false);

        assertThat(modeOf(shared)).isEqualTo("rwxr-xr-x");
        assertThat(modeOf(shared.resolve("secrets"))).isEqualTo("rwx------");
    }

    private String mode(String name) throws IOException {
        return modeOf(folder.home().resolve(name));
    }

    private static String modeOf(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void open(Path path) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
