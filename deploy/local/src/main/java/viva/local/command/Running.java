package viva.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import viva.local.home.WorldFolder;
import viva.local.home.WorldLock;
import viva.platform.servers.ServerFailure;

/** What is known about a world that another launcher runs. */
final class Running {
    private Running() {}

    /** The record of the running world; empty while it starts or when there is none. */
    static Optional<JsonNode> record(WorldFolder folder) {
        if (!Files.exists(folder.record())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ObjectMapper().readTree(folder.record().toFile()));
        } catch (IOException e) {
            throw new ServerFailure("Cannot read " + folder.record(), e);
        }
    }

    static String sentence(WorldFolder folder) {
        String where =
                record(folder).map(world -> " at " + world.path("url").asText()).orElse(" (still starting)");
        String pid = WorldLock.holder(folder)
                .map(process -> ", pid " + process.pid())
                .orElse("");
        return "A world already runs in %s%s%s; stop it with ./viva down.".formatted(folder.home(), where, pid);
    }
}
