package viva.platform.servers.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.tukaani.xz.XZInputStream;
import viva.platform.servers.PrivateFiles;
import viva.platform.servers.ServerFailure;
import viva.platform.servers.process.Programs;

/** PostgreSQL's programs, unpacked once from the jar that the build chose for this platform. */
record PostgresBinaries(Path folder) {
    /** Unpacks into {@code parent}, unless an earlier start did. */
    static PostgresBinaries unpackedIn(Path parent) {
        String archive = archive();
        Path folder = parent.resolve(archive.replace(".txz", ""));
        if (!Files.exists(folder)) {
            unpack(archive, folder);
        }
        return new PostgresBinaries(folder);
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    private static String archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return "postgres-%s-%s.txz".formatted(system, machine);
    }

    private static void unpack(String archive, Path folder) {
        Path draft = folder.resolveSibling(folder.getFileName() + ".part");
        PrivateFiles.deleteTree(draft);
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
            if (packed == null) {
                throw new ServerFailure(
                        "This build has no PostgreSQL for %s; build on this machine or set DATABASE_URL."
                                .formatted(archive.replace(".txz", "")));
            }
            Files.createDirectories(draft);
            untar(packed, draft);
            Files.move(draft, folder);
        } catch (IOException e) {
            throw new ServerFailure("Cannot unpack PostgreSQL into %s: %s".formatted(folder, e.getMessage()), e);
        }
    }

    private static void untar(InputStream packed, Path target) throws IOException {
        Process tar = Programs.start(
                new ProcessBuilder(List.of("tar", "-x", "--no-same-owner", "-f", "-", "-C", target.toString()))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD));
        try (OutputStream to = tar.getOutputStream();
                InputStream from = new XZInputStream(packed)) {
            from.transferTo(to);
        }
        try {
            if (tar.waitFor() != 0) {
                throw new IOException("tar failed with exit code " + tar.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
