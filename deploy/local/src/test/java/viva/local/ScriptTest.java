package viva.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptTest {
    private static final Path SCRIPT = Path.of("../../viva").toAbsolutePath().normalize();

    private static final List<String> PROGRAMS = List.of(
            "sed",
            "dirname",
            "readlink",
            "cat",
            "tail",
            "head",
            "mkdir",
            "touch",
            "mv",
            "rm",
            "cp",
            "tr",
            "tee",
            "grep",
            "cksum",
            "find");

    /** Builds jars that know all options. */
    private static final String MAVEN = """
            #!/bin/sh
            cd "${0%/*}"
            case "$*" in
              *" -pl deploy/local -am") what=launcher ;;
              *" -pl load -am") what=load ;;
              *) what=world ;;
            esac
            echo "$what" >>builds
            mkdir -p load/target
            echo "knows --fresh --no-demo --help -h --flat" | tee deploy/local/target/viva.jar >load/target/load.jar
            for service in avatar-service/app life-service/app relationship-service/app matchmaker-service/app llm-service/app gateway-service; do
              mkdir -p "$service/target/quarkus-app"
              touch "$service/target/quarkus-app/quarkus-run.jar"
            done
            """;

    /** Refuses options that do not stand in the jar. */
    private static final String JAVA = """
            #!/bin/sh
            while [ "$1" != -jar ]; do shift; done
            read -r known <"$2"
            shift 2
            parse=
            if [ "$1" = --parse-only ]; then parse=only; shift; fi
            for word; do
              case $word in
                -*) case "$known " in *" $word "*) ;; *) echo "Unknown option: $word"; exit 2 ;; esac ;;
              esac
            done
            [ -n "$parse" ] || echo "running $*"
            """;

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

    @Test
    void an_unknown_option_is_refused_before_the_world_is_built() throws Exception {
        Path root = repository();

        assertThat(viva(root, "up", "--nonsense"))
                .contains("Unknown option: --nonsense")
                .doesNotContain("running");
        assertThat(builds(root)).containsExactly("launcher");

        assertThat(viva(root, "train", "--nonsense")).contains("Unknown option: --nonsense");
        assertThat(viva(root, "bench", "soak", "--nonsense")).contains("Unknown option: --nonsense");
        assertThat(builds(root)).doesNotContain("world");
    }

    @Test
    void options_that_are_known_cost_no_second_build_once_there_is_a_launcher() throws Exception {
        Path root = repository();

        assertThat(viva(root, "up")).contains("running up\n");
        assertThat(builds(root)).containsExactly("world");

        Files.delete(root.resolve("deploy/local/target/viva.stamp"));
        assertThat(viva(root, "up", "--fresh")).contains("running up --fresh\n");
        assertThat(builds(root)).containsExactly("world", "world");
    }

    @Test
    void a_launcher_of_older_sources_may_lack_an_option_and_is_built_anew() throws Exception {
        Path root = repository();
        Files.writeString(launcher(root), "knows only --fresh\n");

        assertThat(viva(root, "up", "--no-demo"))
                .contains("running up --no-demo\n")
                .doesNotContain("Unknown");
        assertThat(builds(root)).containsExactly("launcher", "world");
    }

    @Test
    void help_for_a_command_needs_no_world() throws Exception {
        Path root = repository();

        assertThat(viva(root, "up", "--help")).contains("running up --help\n");
        assertThat(viva(root, "test", "-h")).contains("running test -h\n");
        assertThat(builds(root)).containsExactly("launcher");
        assertThat(viva(root, "bench", "help", "soak")).contains("running help soak\n");
        assertThat(builds(root)).containsExactly("launcher", "load");
    }

    @Test
    void the_script_knows_the_launcher_s_commands() throws Exception {
        Matcher known =
                Pattern.compile("(?m)^ {2}((?:[a-z]+ \\| )+[a-z]+)\\) ;;$").matcher(Files.readString(SCRIPT));
        assertThat(known.find()).isTrue();

        List<String> launchers = new ArrayList<>(List.of(known.group(1).split(" \\| ")));
        launchers.removeAll(List.of("simulate", "talks", "bench", "jdk"));
        assertThat(launchers)
                .containsExactlyInAnyOrderElementsOf(VivaTest.commands().toList());
    }

    /** What the script says in a repository of its own, in which Maven and Java only note that they ran. */
    private String viva(Path root, String... words) throws Exception {
        Path jdk = jdk("jdk", "25");
        executable(jdk.resolve("bin/java"), JAVA);
        return run(root.resolve("viva"), Map.of("JAVA_HOME", jdk.toString()), words);
    }

    private Path repository() throws IOException {
        Path root = Files.createDirectories(folder.toRealPath().resolve("repository"));
        Files.createDirectories(root.resolve("deploy/local/target"));
        Files.copy(SCRIPT, root.resolve("viva"));
        executable(root.resolve("mvnw"), MAVEN);
        return root;
    }

    private static Path launcher(Path root) {
        return root.resolve("deploy/local/target/viva.jar");
    }

    /** What Maven built, in order. */
    private static List<String> builds(Path root) throws IOException {
        return Files.readAllLines(root.resolve("builds"));
    }

    private String jdkWith(Map<String, String> environment) throws IOException, InterruptedException {
        return run(environment, "jdk");
    }

    private String run(Map<String, String> environment, String command) throws IOException, InterruptedException {
        return run(SCRIPT, environment, command);
    }

    private String run(Path script, Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", script.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
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
        for (String program : PROGRAMS) {
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
