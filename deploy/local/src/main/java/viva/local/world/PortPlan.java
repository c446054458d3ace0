package viva.local.world;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import viva.local.service.ServiceName;
import viva.local.settings.Settings;
import viva.platform.servers.Ports;
import viva.platform.servers.ServerFailure;

/** Which replica has which port: the first replicas the six from the base on, the further ones those after them. */
final class PortPlan {
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

    /** @param number 1 for the first replica */
    int port(ServiceName service, int number) {
        if (number == 1) {
            return service == ServiceName.GATEWAY ? settings.gatewayPort() : settings.portBase() + service.portOffset();
        }
        int before = 0;
        for (ServiceName other : ServiceName.values()) {
            if (other == service) {
                break;
            }
            before += replicas(other) - 1;
        }
        return settings.portBase() + ServiceName.values().length + before + number - 2;
    }

    /** Where the other services, and people on this machine, find a replica. */
    URI url(ServiceName service, int number) {
        String host = settings.host();
        boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
        return URI.create("http://%s:%d".formatted(everywhere ? "127.0.0.1" : host, port(service, number)));
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
                        .map(number -> port(service, number))
                        .filter(port -> !Ports.isFree(port) || Ports.answers(port))
                        .mapToObj(
                                port -> taken(port, service, PortHolder.of(port).orElse("another program"))));
    }

    static String taken(int port, ServiceName service, String holder) {
        return "Port %d, which the %s service needs, is taken by %s; stop that, or choose others with VIVA_PORT_BASE=<first of six ports>."
                .formatted(port, service.text(), holder);
    }
}
