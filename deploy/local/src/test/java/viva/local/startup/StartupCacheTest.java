package viva.local.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in the jar is a real one, and so is the JVM. */
class StartupCacheTest {
    private static final List<String> FLAGS = List.of("-Xmx64m", "-XX:+UseSerialGC");

    @TempDir
    private Path folder;

    private Path jar;

    public static class Program {
        public static void main(String[] words) {
            System.out.println("ran");
        }
    }

    @BeforeEach
    void build() throws IOException {
        jar = Files.createDirectories(folder.resolve("quarkus-app")).resolve("quarkus-run.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Program.class.getName());
        String entry = Program.class.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream archive = new JarOutputStream(out, manifest)) {
            archive.putNextEntry(new ZipEntry(entry));
            archive.write(
                    Program.class.getClassLoader().getResourceAsStream(entry).readAllBytes());
            archive.closeEntry();
        }
    }

    @Test
    void a_jvm_makes_it_once_and_starts_with_it_from_then_on() throws Exception {
        StartupCache cache = StartupCache.of(jar, FLAGS);
        assertThat(cache.exists()).isFalse();
        assertThat(cache.use()).isEmpty();

        String trained = run(cache.record());
        assertThat(cache.exists()).as("before it is kept").isFalse();
        assertThat(cache.keep()).isTrue();
        // With AOTMode=on a JVM that cannot use the cache does not start.
        List<String> strict = new ArrayList<>(cache.use());
        strict.add("-XX:AOTMode=on");
        String later = run(strict);

        assertThat(trained).startsWith("ran");
        assertThat(cache.exists()).isTrue();
        assertThat(later).isEqualTo("ran\n");
    }

    @Test
    void another_build_and_other_flags_need_another_one() throws IOException {
        make(StartupCache.of(jar, FLAGS));

        assertThat(StartupCache.of(jar, FLAGS).exists()).isTrue();
        assertThat(StartupCache.of(jar, List.of("-Xmx65m", "-XX:+UseSerialGC")).exists())
                .isFalse();
        Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));
        assertThat(StartupCache.of(jar, FLAGS).exists()).isFalse();
    }

    @Test
    void a_new_one_replaces_those_of_earlier_builds() throws IOException {
        make(StartupCache.of(jar, FLAGS));
        Files.writeString(jar.resolveSibling("another.jar"), "");

        StartupCache next = StartupCache.of(jar, FLAGS);
        make(next);

        assertThat(next.exists()).isTrue();
        assertThat(folder.resolve("startup").toFile().list()).hasSize(1);
    }

    @Test
    void a_training_that_was_killed_leaves_none() {
        StartupCache cache = StartupCache.of(jar, FLAGS);
        cache.record();

        assertThat(cache.keep()).isFalse();
        assertThat(cache.exists()).isFalse();
    }

    /** What a JVM would have written. */
    private static void make(StartupCache cache) throws IOException {
        String output = cache.record().getLast();
        Files.writeString(Path.of(output.substring(output.indexOf('=') + 1)), "");
        assertThat(cache.keep()).isTrue();
    }

    private String run(List<String> more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(more);
        command.addAll(List.of("-jar", jar.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
