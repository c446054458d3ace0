package viva.gateway.mail;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes mail to files, for worlds without a mail server. Only the user who runs the gateway can read them. */
final class FolderMailer implements Mailer {
    static final int KEPT = 1_000;

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Clock clock;

    FolderMailer(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public Uni<Void> send(Letter letter) {
        return Uni.createFrom()
                .voidItem()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(() -> write(letter));
    }

    private void write(Letter letter) {
        String name = NAME.format(clock.instant()) + "-" + UUID.randomUUID() + ".eml";
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path file = Files.createFile(
                    folder.resolve(name),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    file, "To: %s\nSubject: %s\n\n%s".formatted(letter.to(), letter.subject(), letter.text()));
            forgetOldest();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }

    private void forgetOldest() throws IOException {
        List<Path> letters;
        try (Stream<Path> files = Files.list(folder)) {
            letters = files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .toList();
        }
        for (Path old : letters.subList(0, Math.max(0, letters.size() - KEPT))) {
            Files.deleteIfExists(old);
        }
    }
}
