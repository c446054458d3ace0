package viva.gateway.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import viva.platform.testkit.Waiting;

class FolderMailerTest {
    @TempDir
    Path folder;

    @Test
    void a_mail_becomes_a_file_that_only_its_user_reads() throws IOException {
        Path mails = folder.resolve("mail");

        send(mails, new Letter("ada@example.org", "Hello", "A code: 12345678"));

        List<Path> files = files(mails);
        assertThat(files).hasSize(1);
        assertThat(files.getFirst()).content().contains("To: ada@example.org", "Subject: Hello", "12345678");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.getFirst())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(mails)))
                .isEqualTo("rwx------");
    }

    @Test
    void the_oldest_make_room_and_files_of_others_stay() throws IOException {
        Files.writeString(folder.resolve("0.txt"), "not a mail");
        for (int i = 0; i < FolderMailer.KEPT; i++) {
            Files.createFile(folder.resolve("20200101T000000.000-%04d.eml".formatted(i)));
        }

        send(folder, new Letter("ada@example.org", "Hello", "text"));

        assertThat(files(folder)).hasSize(FolderMailer.KEPT + 1);
        assertThat(folder.resolve("0.txt")).exists();
        assertThat(folder.resolve("20200101T000000.000-0000.eml")).doesNotExist();
        assertThat(folder.resolve("20200101T000000.000-0001.eml")).exists();
    }

    private static void send(Path folder, Letter letter) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-29T10:00:00Z"), ZoneOffset.UTC);
        new FolderMailer(folder, clock).send(letter).await().atMost(Waiting.PATIENCE);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
