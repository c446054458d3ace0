package viva.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Programs that know the formats: Node with the published schemas, and the machine's kubectl. */
final class Tools {
    private static final Path FOLDER = Path.of("node");

    /** The first kubectl whose kustomize knows everything that is used here. */
    private static final int KUBECTL_MINOR = 27;

    private static final Pattern VERSION = Pattern.compile("Client Version: v1\\.(\\d+)");

    private record Outcome(int code, String output) {}

    private Tools() {}

    /** What is wrong with a file of a kind: compose, kubernetes or workflow. */
    static List<String> faults(String kind, Path file) {
        installOnce();
        Outcome outcome =
                run(FOLDER, "node", "check.mjs", kind, file.toAbsolutePath().toString());
        List<String> lines = outcome.output.lines().toList();
        assertThat(outcome.code).as(outcome.output).isBetween(0, 1);
        assertThat(lines.isEmpty()).as(outcome.output).isEqualTo(outcome.code == 0);
        return lines;
    }

    /** The objects of an overlay. Where no kubectl is new enough the test is skipped, except on GitHub, whose machines have one. */
    static String render(String overlay) {
        boolean able = kubectlMinor() >= KUBECTL_MINOR;
        if (System.getenv("GITHUB_ACTIONS") == null) {
            assumeTrue(able, "no kubectl 1.%d or newer on the PATH".formatted(KUBECTL_MINOR));
        }
        Outcome outcome = run(Repository.ROOT.resolve("deploy/k8s/overlays"), "kubectl", "kustomize", overlay);
        assertThat(outcome.code).as(outcome.output).isZero();
        return outcome.output;
    }

    private static int kubectlMinor() {
        try {
            Matcher version = VERSION.matcher(run(FOLDER, "kubectl", "version", "--client").output);
            return version.find() ? Integer.parseInt(version.group(1)) : 0;
        } catch (UncheckedIOException none) {
            return 0;
        }
    }

    private static synchronized void installOnce() {
        if (!Files.exists(FOLDER.resolve("node_modules/.package-lock.json"))) {
            Outcome outcome = run(FOLDER, "npm", "ci", "--no-audit", "--no-fund");
            assertThat(outcome.code).as(outcome.output).isZero();
        }
    }

    private static Outcome run(Path folder, String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
