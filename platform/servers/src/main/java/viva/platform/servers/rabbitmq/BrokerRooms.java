package viva.platform.servers.rabbitmq;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import viva.platform.servers.ServerFailure;

/**
 * Makes a broker's virtual host ready for VIVA: everything that {@code definitions.json} lists is declared there, and each service
 * has a user that may do what its service does and nothing else.
 */
public final class BrokerRooms {
    private static final int LIMIT_MILLIS = 10_000;

    private final URI admin;

    /**
     * The virtual host of an address.
     *
     * @param admin {@code amqp://user:password@host:port/vhost} of a user that may declare there
     */
    public BrokerRooms(URI admin) {
        this.admin = admin;
    }

    /**
     * Declares every exchange, queue and binding; harmless when they are there. Queues of an earlier topology are emptied into their
     * successors. What marks the topology as complete comes last. Then the dead letter queues of an earlier topology are emptied into those of
     * this one. A queue that the broker has with other arguments stays as it is and is named.
     */
    public TakeOver declare() {
        ConnectionFactory factory = factory();
        try {
            return declare(() -> factory.newConnection("viva-setup"));
        } catch (IOException | TimeoutException | ShutdownSignalException e) {
            throw new ServerFailure(
                    "Cannot declare VIVA's queues at RabbitMQ (%s:%d): %s"
                            .formatted(admin.getHost(), admin.getPort(), reason(e)),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("Interrupted while RabbitMQ's queues were prepared", e);
        }
    }

    static TakeOver declare(FormerDeadLetters.Dial dial) throws IOException, TimeoutException, InterruptedException {
        boolean hasFormerDead;
        TakeOver queues = TakeOver.NOTHING;
        List<String> refused;
        try (Connection connection = dial.open()) {
            hasFormerDead = FormerDeadLetters.exist(connection);
            TopologyDeclaration topology = new TopologyDeclaration(connection);
            topology.declareQueues();
            if (FormerQueues.exist(connection)) {
                queues = takeOver(topology, dial, hasFormerDead);
            } else {
                topology.bind(false, hasFormerDead);
            }
            topology.mark();
            refused = topology.refused();
        }
        TakeOver all = hasFormerDead ? queues.and(FormerDeadLetters.takeOver(dial)) : queues;
        return all.refusing(refused);
    }

    private static TakeOver takeOver(TopologyDeclaration topology, FormerDeadLetters.Dial dial, boolean hasFormerDead)
            throws IOException, TimeoutException, InterruptedException {
        FormerQueues former = new FormerQueues(dial);
        try {
            former.lookForConsumers();
            former.moveEarly();
            topology.bind(true, hasFormerDead);
            return former.moveLate();
        } finally {
            former.close();
        }
    }

    /**
     * Creates (or brings up to date) the user of a service, whose name it has.
     *
     * @param management an administrator's
     * @return the address for that user
     */
    public URI provide(RabbitManagement management, String service, String password) {
        management.putUser(service, password);
        String virtualHost = virtualHost();
        Definitions.permissions(service)
                .forEach(right -> management.putPermissions(virtualHost, service, right.rights()));
        Definitions.topicPermissions(service)
                .forEach(right -> management.putTopicPermissions(virtualHost, service, right.rights()));
        return as(service, password);
    }

    /** The same virtual host for another user. */
    public URI as(String user, String password) {
        String place = admin.getRawAuthority().substring(admin.getRawAuthority().lastIndexOf('@') + 1);
        return URI.create("%s://%s:%s@%s/%s"
                .formatted(admin.getScheme(), encode(user), encode(password), place, encode(virtualHost())));
    }

    /** A path that is missing or empty means the default one, to us and to the client library. */
    private String virtualHost() {
        String path = admin.getRawPath();
        return path == null || path.length() < 2
                ? "/"
                : URLDecoder.decode(path.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private ConnectionFactory factory() {
        ConnectionFactory factory = new ConnectionFactory();
        try {
            factory.setUri(admin);
        } catch (URISyntaxException | GeneralSecurityException e) {
            throw new ServerFailure("RABBITMQ_URL must be like amqp://user:password@host:port/vhost", e);
        }
        factory.setVirtualHost(virtualHost());
        factory.setAutomaticRecoveryEnabled(false);
        factory.setConnectionTimeout(LIMIT_MILLIS);
        factory.setHandshakeTimeout(LIMIT_MILLIS);
        factory.setChannelRpcTimeout(LIMIT_MILLIS);
        return factory;
    }

    private static String reason(Exception e) {
        return e.getMessage() == null && e.getCause() != null ? e.getCause().getMessage() : e.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
