package viva.local.operator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import viva.local.settings.Settings;
import viva.platform.servers.ServerFailure;
import viva.platform.servers.postgres.DatabaseAddress;

/** Where the gateway's database is: of the world that runs, or as {@code ./viva prepare} was told or wrote it down. */
public final class GatewayDatabase {
    private static final String NAME = "GATEWAY_DATABASE_URL";

    private GatewayDatabase() {}

    /**
     * The address with the gateway's own role.
     *
     * @param world the record of the running world, if there is one
     * @throws ServerFailure when it is not known
     */
    public static DatabaseAddress of(Settings settings, Optional<JsonNode> world) {
        return settings.get(NAME)
                .or(() -> world.map(record ->
                                record.path("databases").path("gateway").asText())
                        .filter(url -> !url.isEmpty()))
                .or(() -> prepared(settings))
                .map(GatewayDatabase::address)
                .orElseThrow(() ->
                        new ServerFailure("No world runs in " + settings.home() + ": start it with ./viva up, or set "
                                + NAME + " to the gateway's address, postgres://gateway:password@host:port/database."));
    }

    private static Optional<String> prepared(Settings settings) {
        Path room = settings.get("VIVA_ROOMS")
                .map(Path::of)
                .orElseGet(() -> settings.home().resolve("rooms"))
                .resolve("gateway")
                .resolve("DATABASE_URL");
        if (!Files.exists(room)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(room).strip());
        } catch (IOException e) {
            throw new ServerFailure("Cannot read " + room, e);
        }
    }

    private static DatabaseAddress address(String url) {
        try {
            return DatabaseAddress.of(url);
        } catch (IllegalArgumentException e) {
            throw new ServerFailure("The gateway's database address " + e.getMessage(), e);
        }
    }
}
