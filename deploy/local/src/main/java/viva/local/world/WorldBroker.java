package viva.local.world;

import java.net.URI;
import java.util.Optional;
import viva.local.home.WorldFolder;
import viva.local.service.ServiceName;
import viva.local.settings.Settings;
import viva.platform.servers.Secret;
import viva.platform.servers.rabbitmq.BrokerRooms;
import viva.platform.servers.rabbitmq.RabbitManagement;
import viva.platform.servers.rabbitmq.TakeOver;

/**
 * The world's broker as its services see it. Each has a user of its own with the least rights where our user is an administrator;
 * at a given broker where it has fewer rights, all services share it.
 */
final class WorldBroker {
    private final Settings settings;
    private final WorldFolder folder;
    private final WorldServers servers;
    private Optional<RabbitManagement> administration;

    WorldBroker(Settings settings, WorldFolder folder, WorldServers servers) {
        this.settings = settings;
        this.folder = folder;
        this.servers = servers;
    }

    /** The private broker's answer is known before it runs; a given one is asked, once. */
    private synchronized Optional<RabbitManagement> administration() {
        if (administration == null) {
            administration =
                    servers.rabbitmqManagement().map(RabbitManagement::new).or(this::ofGivenBroker);
        }
        return administration;
    }

    private Optional<RabbitManagement> ofGivenBroker() {
        return settings.server("RABBITMQ_MANAGEMENT_URL")
                .map(RabbitManagement::new)
                .or(() -> RabbitManagement.beside(servers.rabbitmq()))
                .filter(RabbitManagement::isAdministrator);
    }

    /** Whether each service has a user of its own. */
    boolean hasUsers() {
        return administration().isPresent();
    }

    /** What a service is told in {@code RABBITMQ_URL}. */
    URI url(ServiceName service) {
        return hasUsers() ? rooms().as(service.text(), password(service).value()) : servers.rabbitmq();
    }

    /**
     * Declares the topology and creates the users.
     *
     * @return what became of the queues of an earlier version
     */
    TakeOver prepare() {
        TakeOver former = rooms().declare();
        administration().ifPresent(management -> {
            for (ServiceName service : ServiceName.values()) {
                rooms().provide(management, service.text(), password(service).value());
            }
        });
        return former;
    }

    private BrokerRooms rooms() {
        return new BrokerRooms(servers.rabbitmq());
    }

    private Secret password(ServiceName service) {
        return Secret.keptIn(folder.secret("broker-" + service.text()));
    }
}
