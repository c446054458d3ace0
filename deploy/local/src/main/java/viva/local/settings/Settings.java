package viva.local.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import viva.local.service.ServiceName;
import viva.platform.servers.ServerFailure;
import viva.platform.servers.postgres.DatabaseAddress;
import viva.prepare.Given;

/** What the environment and the {@code .env} file say; the environment wins. Empty values count as absent. */
public final class Settings {
    private static final int USUAL_PORT_BASE = 4000;
    private static final int LAST_PORT_BASE = 65_000;
    private static final int SMALLEST_HEAP_MB = 64;
    private static final int LARGEST_HEAP_MB = 65_536;

    private final Path root;
    private final Map<String, String> values;

    private Settings(Path root, Map<String, String> dotEnv, Map<String, String> environment) {
        this.root = root;
        this.values = new TreeMap<>(dotEnv);
        this.values.putAll(environment);
        this.values.values().removeIf(String::isBlank);
    }

    /**
     * Reads the {@code .env} file of a repository.
     *
     * @param root the repository
     * @param environment what the process was told
     */
    public static Settings of(Path root, Map<String, String> environment) {
        return new Settings(root, DotEnv.read(root.resolve(".env")), environment);
    }

    /**
     * The same for a world of its own, which shares no server with others and asks no language model.
     *
     * @param portBase its first port
     */
    public Settings alone(Path home, int portBase) {
        Map<String, String> rest = new TreeMap<>(values);
        rest.keySet()
                .removeIf(name -> name.startsWith("DATABASE_URL")
                        || name.startsWith("RABBITMQ_URL")
                        || name.startsWith("REDIS_URL")
                        || name.startsWith("QDRANT_URL")
                        || name.startsWith("NVIDIA_")
                        || name.startsWith("NIM_")
                        || name.equals("PORT")
                        || name.equals("VIVA_HOST"));
        rest.put("VIVA_HOME", home.toString());
        rest.put("VIVA_PORT_BASE", Integer.toString(portBase));
        return new Settings(root, rest, Map.of());
    }

    public Path root() {
        return root;
    }

    /** The value of a name, or the text of the file that {@code <name>_FILE} names. */
    public Optional<String> get(String name) {
        return new Given(values::get).get(name);
    }

    /** All whose name is wanted, sorted. */
    public Map<String, String> where(Predicate<String> wanted) {
        Map<String, String> found = new TreeMap<>(values);
        found.keySet().removeIf(wanted.negate());
        return found;
    }

    /** {@code VIVA_HOME}: where a world keeps everything; {@code .viva} in the repository unless told otherwise. */
    public Path home() {
        return root.resolve(get("VIVA_HOME").orElse(".viva")).normalize();
    }

    /** {@code VIVA_HOST}: the address that the gateway listens on; everything else is on loopback. */
    public String host() {
        return get("VIVA_HOST").orElse("127.0.0.1");
    }

    /** {@code VIVA_PORT_BASE}: the services have the ports from here on. */
    public int portBase() {
        return port("VIVA_PORT_BASE", LAST_PORT_BASE).orElse(USUAL_PORT_BASE);
    }

    /** {@code PORT}: the gateway's port. */
    public int gatewayPort() {
        return port("PORT", 65_535).orElseGet(this::portBase);
    }

    /** {@code DATABASE_URL}: the administrator of a given database. */
    public Optional<DatabaseAddress> database() {
        return get("DATABASE_URL").map(url -> {
            try {
                return DatabaseAddress.of(url);
            } catch (IllegalArgumentException e) {
                throw new ServerFailure("DATABASE_URL " + e.getMessage(), e);
            }
        });
    }

    /** {@code RABBITMQ_URL} or {@code REDIS_URL}. */
    public Optional<URI> server(String name) {
        return get(name).map(url -> {
            try {
                return URI.create(url.strip());
            } catch (IllegalArgumentException e) {
                throw new ServerFailure(name + " is no URL", e);
            }
        });
    }

    /** {@code LIFE_HEAP_MB} and the like: the heap of each replica of a service, in megabytes. */
    public int heapMegabytes(ServiceName service) {
        return number(service.heapVariable(), SMALLEST_HEAP_MB, LARGEST_HEAP_MB).orElseGet(service::heapMegabytes);
    }

    private Optional<Integer> port(String name, int most) {
        return number(name, 1, most);
    }

    private Optional<Integer> number(String name, int least, int most) {
        return get(name).map(text -> {
            try {
                int number = Integer.parseInt(text.strip());
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException notANumber) {
                throw new ServerFailure(
                        "%s must be a number in [%d,%d]: %s".formatted(name, least, most, text), notANumber);
            }
            throw new ServerFailure("%s must be in [%d,%d]: %s".formatted(name, least, most, text));
        });
    }
}
