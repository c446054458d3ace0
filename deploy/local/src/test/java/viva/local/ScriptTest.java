package viva.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptTest {
    private static final Path SCRIPT = Path.of("../../viva").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @Test
    void a_new_enough_java_home_is_taken() throws Exception {
        Path good = jdk("my jdk 25", "25.0.1");

        assertThat(jdkWith(Map.of("JAVA_HOME", good.toString()))).isEqualTo(good + "\n");
    }

    @Test
    void an_old_java_home_is_passed_over_for_a_newer_jdk_elsewhere() throws Exception {
        Path old = jdk("old/17", "17.0.11");
        Path newer = jdk("jdks/temurin 26", "26");
        jdk("jdks/21", "21.0.2");

        assertThat(jdkWith(Map.of(
                        "JAVA_HOME", old.toString(),
                        "VIVA_JDKS", newer.getParent().toString())))
                .isEqualTo(newer + "\n");
    }

    @Test
    void a_runtime_without_a_compiler_is_no_jdk() throws Exception {
        Path runtime = jdk("jdks/25", "25");
        Files.delete(runtime.resolve("bin/javac"));

        assertThat(jdkWith(Map.of(
                        "JAVA_HOME",
                        runtime.toString(),
                        "VIVA_JDKS",
                        folder.resolve("jdks").toString())))
                .isEqualTo("viva: VIVA needs a JDK 25 or newer and found none: install one, such as Temurin from"
                        + " https://adoptium.net, or set JAVA_HOME.\n");
    }

    @Test
    void an_unknown_command_is_named() throws Exception {
        assertThat(run(Map.of(), "dance")).isEqualTo("viva: unknown command dance; ./viva help lists them\n");
    }

    private String jdkWith(Map<String, String> environment) throws IOException, InterruptedException {
        return run(environment, "jdk");
    }

    private String run(Map<String, String> environment, String command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", SCRIPT.toString(), command)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", withoutJava().toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    /** A folder with the programs that the script needs, and no java. */
    private Path withoutJava() throws IOException {
        Path programs = Files.createDirectories(folder.resolve("programs"));
        for (String program : List.of("sed", "dirname", "readlink", "cat", "tail")) {
            Path usual = Path.of("/usr/bin", program);
            Path real = Files.exists(usual) ? usual : Path.of("/bin", program);
            executable(programs.resolve(program), "#!/bin/sh\nexec %s \"$@\"\n".formatted(real));
        }
        return programs;
    }

    private Path jdk(String name, String version) throws IOException {
        Path jdk = Files.createDirectories(folder.toRealPath().resolve(name));
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
        executable(jdk.resolve("bin/javac"), "");
        return jdk;
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
