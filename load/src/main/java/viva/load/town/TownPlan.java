package viva.load.town;

import java.nio.file.Path;
import java.util.Map;

/**
 * How a town is built.
 *
 * @param root the repository, with its services packaged
 * @param home the folder for all that the town has
 * @param heapMegabytes of each life process
 * @param scale world time per real time
 * @param environment what every service is told besides addresses
 * @param postgres settings of PostgreSQL
 */
public record TownPlan(
        Path root,
        Path home,
        int heapMegabytes,
        double scale,
        Map<String, String> environment,
        Map<String, String> postgres) {
    public TownPlan {
        environment = Map.copyOf(environment);
        postgres = Map.copyOf(postgres);
    }
}
