package viva.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import viva.gateway.phoenix.PhoenixClient;
import viva.gateway.phoenix.Visitors;

/** The devices of an avatar's owner. */
final class Devices implements AutoCloseable {
    private final URI server;
    private final Visitors visitors;
    private final Beings beings;
    private final List<PhoenixClient> clients = new ArrayList<>();

    Devices(URI server, Visitors visitors, Beings beings) {
        this.server = server;
        this.visitors = visitors;
        this.beings = beings;
    }

    /** One more device, with a session of its own. */
    PhoenixClient connect() {
        PhoenixClient client = PhoenixClient.connect(server, visitors.socketToken(beings.owner()));
        clients.add(client);
        return client;
    }

    /** One more device that has joined the avatar. */
    PhoenixClient joined() {
        PhoenixClient client = connect();
        assertThat(client.join(beings.topic()).path("status").asText()).isEqualTo("ok");
        return client;
    }

    @Override
    public void close() {
        clients.forEach(PhoenixClient::close);
    }
}
