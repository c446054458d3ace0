package viva.load.world;

import java.util.Map;
import java.util.TreeMap;
import viva.load.broker.QueueLengths;
import viva.load.soak.Kind;
import viva.load.soak.Watched;

/** Measures everything of a running world that must not grow for ever. */
public final class Gauge {
    private static final double BYTES_OF_A_MEGABYTE = 1_048_576;

    private final RunningWorld world;
    private final QueueLengths queues;

    /**
     * What measures a world.
     *
     * @param givenManagement the broker's management where the broker is not the world's own, or empty
     */
    public Gauge(RunningWorld world, String givenManagement) {
        this.world = world;
        this.queues = new QueueLengths(world.brokerManagement(givenManagement), world.broker());
    }

    /** How many avatars there are, resting ones included. */
    public int avatars() {
        return (int)
                TableSizes.of(world.databases().get("avatar")).get("avatar").rows();
    }

    /** Takes all measures now; it takes as long as counting the rows does. */
    public Map<Watched, Double> now() {
        Map<Watched, Double> values = new TreeMap<>();
        world.processes()
                .forEach((name, pid) -> values.put(new Watched(Kind.MEMORY, name), SharedMemory.megabytes(pid)));
        queues.now().forEach((name, length) -> values.put(new Watched(Kind.QUEUE, name), (double) length));
        world.databases()
                .forEach((service, address) -> TableSizes.of(address).forEach((table, size) -> {
                    String name = service + "." + table;
                    values.put(new Watched(Kind.ROWS, name), (double) size.rows());
                    values.put(new Watched(Kind.MEGABYTES, name), size.bytes() / BYTES_OF_A_MEGABYTE);
                }));
        return values;
    }
}
