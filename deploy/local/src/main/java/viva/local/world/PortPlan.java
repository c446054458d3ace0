package viva.local.world;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import viva.local.service.ReplicaAddress;
import viva.local.service.ServiceName;
import viva.local.settings.Settings;
import viva.platform.servers.Ports;
import viva.platform.servers.ServerFailure;

/**
 * Which replica has which ports. The first replicas have the six from the base on, their management ports are the next six, and each
 * further replica has the next two: its own and its management port.
 */
final class PortPlan {
    private static final int SERVICES = ServiceName.values().length;
    private static final String LOOPBACK = "127.0.0.1";

    private final Settings settings;
    private final Map<ServiceName, Integer> replicas;

    /** @param replicas how many of each service; one when absent */
    PortPlan(Settings settings, Map<ServiceName, Integer> replicas) {
        this.settings = settings;
        this.replicas = new EnumMap<>(ServiceName.class);
        for (ServiceName service : ServiceName.values()) {
            this.replicas.put(service, replicas.getOrDefault(service, 1));
        }
    }

    int replicas(ServiceName service) {
        return replicas.get(service);
    }

    /** How many ports in a row a world has with one replica of each service. */
    static int smallest() {
        return 2 * SERVICES;
    }

    /** @param number 1 for the first replica */
    int port(ServiceName service, int number) {
        if (number > 1) {
            return further(service, number);
        }
        return service == ServiceName.GATEWAY ? settings.gatewayPort() : settings.portBase() + service.portOffset();
    }

    /** Where a replica tells how it is. */
    int managementPort(ServiceName service, int number) {
        return number > 1 ? further(service, number) + 1 : settings.portBase() + SERVICES + service.portOffset();
    }

    private int further(ServiceName service, int number) {
        int before = 0;
        for (ServiceName other : ServiceName.values()) {
            if (other == service) {
                break;
            }
            before += replicas(other) - 1;
        }
        return settings.portBase() + smallest() + 2 * (before + number - 2);
    }

    /** Where the other services, and people on this machine, find a replica. The gateway alone may be on another interface. */
    ReplicaAddress address(ServiceName service, int number) {
        String host = service == ServiceName.GATEWAY && isElsewhere() ? settings.host() : LOOPBACK;
        return new ReplicaAddress(url(host, port(service, number)), url(LOOPBACK, managementPort(service, number)));
    }

    /** Where people enter the world. */
    URI entrance() {
        return url(isElsewhere() ? settings.host() : "localhost", port(ServiceName.GATEWAY, 1));
    }

    /** Whether the gateway is not on loopback, neither alone nor among all interfaces. */
    private boolean isElsewhere() {
        return !Set.of(LOOPBACK, "localhost", "0.0.0.0", "::").contains(settings.host());
    }

    private static URI url(String host, int port) {
        return URI.create("http://%s:%d".formatted(host, port));
    }

    /** @throws ServerFailure when a port is taken; the sentence names it, its holder and the way out */
    void check() {
        taken().findFirst().ifPresent(sentence -> {
            throw new ServerFailure(sentence);
        });
    }

    /** A sentence for each port that is taken, which names it, its holder and the way out. */
    Stream<String> taken() {
        return Stream.of(ServiceName.values())
                .flatMap(service -> IntStream.rangeClosed(1, replicas(service))
                        .flatMap(number -> IntStream.of(port(service, number), managementPort(service, number)))
                        .filter(port -> !Ports.isFree(port) || Ports.answers(port))
                        .mapToObj(
                                port -> taken(port, service, PortHolder.of(port).orElse("another program"))));
    }

    static String taken(int port, ServiceName service, String holder) {
        return "Port %d, which the %s service needs, is taken by %s; stop that, or choose others with VIVA_PORT_BASE=<first of %d ports>."
                .formatted(port, service.text(), holder, smallest());
    }
}
