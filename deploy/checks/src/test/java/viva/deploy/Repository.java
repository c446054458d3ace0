package viva.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files of this repository. */
final class Repository {
    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    /** The six services and where each is. */
    static final Map<String, String> SERVICES = new TreeMap<>(Map.of(
            "avatar", "avatar-service/app",
            "gateway", "gateway-service",
            "life", "life-service/app",
            "llm", "llm-service/app",
            "matchmaker", "matchmaker-service/app",
            "relationship", "relationship-service/app"));

    private static final Pattern PORT =
            Pattern.compile("^quarkus\\.http\\.port=(?:\\$\\{PORT:)?(\\d+)\\}?$", Pattern.MULTILINE);
    private static final Pattern MANAGEMENT_PORT = Pattern.compile("\\bMANAGEMENT_PORT=(\\d+)$", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`([A-Z][A-Z0-9_]+)`");
    private static final Pattern EXAMPLE = Pattern.compile("^#?([A-Z][A-Z0-9_]+)=", Pattern.MULTILINE);

    private Repository() {}

    static String text(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port that a service listens on unless it is told another. */
    static int port(String service) {
        Matcher port = PORT.matcher(text(SERVICES.get(service) + "/src/main/resources/application.properties"));
        if (!port.find()) {
            throw new AssertionError("no port of " + service);
        }
        return Integer.parseInt(port.group(1));
    }

    /** Where every service in a container tells how it is. */
    static int managementPort() {
        return Integer.parseInt(
                all(MANAGEMENT_PORT, text("deploy/docker/Dockerfile")).getFirst());
    }

    /** The names in the environment that docs/configuration.md lists. */
    static List<String> documentedNames() {
        String table = text("docs/configuration.md").split("<!-- generated", 2)[0];
        return all(NAME, table);
    }

    /** The names in .env.example, set or not. */
    static List<String> exampleNames() {
        return all(EXAMPLE, text(".env.example"));
    }

    static List<String> all(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    /** The one document of a YAML text, with its merge keys merged. */
    static Node yaml(String text) {
        return new Node(loader().load(text));
    }

    static List<Node> documents(String text) {
        List<Node> documents = new ArrayList<>();
        loader().loadAll(text).forEach(document -> documents.add(new Node(document)));
        return documents;
    }

    private static Yaml loader() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(1_000);
        return new Yaml(new SafeConstructor(options));
    }
}
