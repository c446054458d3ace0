package viva.load.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import viva.local.home.WorldFolder;
import viva.platform.servers.ServerFailure;
import viva.platform.servers.postgres.DatabaseAddress;

/** What {@code ./viva up} has written down of the world in a folder; it is read anew each time, since processes are replaced. */
public final class RunningWorld {
    private static final String RUNNING = "running";

    private final ObjectMapper json = new ObjectMapper();
    private final WorldFolder folder;

    /**
     * The world in a folder.
     *
     * @throws ServerFailure when none runs there
     */
    public RunningWorld(WorldFolder folder) {
        this.folder = folder;
        if (!record().path("state").asText().equals(RUNNING)) {
            throw new ServerFailure("The world in " + folder.home() + " is not ready yet.");
        }
    }

    /** Where people enter it. */
    public URI gateway() {
        return URI.create(record().path("url").asText());
    }

    /** The ids of its processes by name; of a server whose processes are many, the first one's. */
    public Map<String, Long> processes() {
        JsonNode world = record();
        Map<String, Long> processes = new TreeMap<>();
        for (JsonNode service : world.path("services")) {
            int replica = service.path("replica").asInt();
            String name = service.path("name").asText() + (replica == 1 ? "" : "-" + replica);
            processes.put(name, service.path("pid").asLong());
        }
        world.path("server_pids")
                .properties()
                .forEach(server ->
                        processes.put(server.getKey(), server.getValue().asLong()));
        return processes;
    }

    /** Where the tables of each service are, with the service's own role. */
    public Map<String, DatabaseAddress> databases() {
        Map<String, DatabaseAddress> databases = new TreeMap<>();
        record().path("databases")
                .properties()
                .forEach(database -> databases.put(
                        database.getKey(),
                        DatabaseAddress.of(database.getValue().asText())));
        return databases;
    }

    /** Where its broker is: a secret. */
    URI broker() {
        return URI.create(record().path("servers").path("rabbitmq_url").asText());
    }

    /** Where the management of its broker is, which the settings name where the broker is not the world's own: a secret. */
    URI brokerManagement(String given) {
        String own = record().path("servers").path("rabbitmq_management_url").asText();
        String found = own.isEmpty() ? given : own;
        if (found.isEmpty()) {
            throw new ServerFailure(
                    "The queues are told by the broker's management: set RABBITMQ_MANAGEMENT_URL to its address.");
        }
        return URI.create(found);
    }

    private JsonNode record() {
        if (!Files.exists(folder.record())) {
            throw new ServerFailure("No world runs in " + folder.home() + "; start it with ./viva up.");
        }
        try {
            return json.readTree(folder.record().toFile());
        } catch (IOException e) {
            throw new ServerFailure("Cannot read " + folder.record(), e);
        }
    }
}
