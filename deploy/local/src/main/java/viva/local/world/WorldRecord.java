package viva.local.world;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import viva.local.home.WorldFolder;
import viva.local.service.ServiceName;
import viva.local.service.ServiceReplica;
import viva.platform.servers.LocalServer;
import viva.platform.servers.PrivateFiles;
import viva.platform.servers.postgres.DatabaseAddress;

/** Writes {@code run/world.json}: where everything is, for programs such as the system tests. It holds secrets. */
final class WorldRecord {
    private final ObjectMapper json = new ObjectMapper();
    private final WorldFolder folder;
    private final WorldServers servers;

    WorldRecord(WorldFolder folder, WorldServers servers) {
        this.folder = folder;
        this.servers = servers;
    }

    void write(String state, String url, Map<ServiceName, DatabaseAddress> databases, List<ServiceReplica> replicas) {
        ObjectNode world = json.createObjectNode();
        world.put("state", state);
        world.put("url", url);
        world.put("launcher_pid", ProcessHandle.current().pid());
        ArrayNode services = world.putArray("services");
        for (ServiceReplica replica : replicas) {
            ObjectNode service = services.addObject();
            service.put("name", replica.service().text());
            service.put("replica", replica.number());
            service.put("url", replica.url().toString());
            service.put("management_url", replica.management().toString());
            service.put("pid", replica.pid());
            service.put("log", replica.log().toString());
            service.put("pid_file", folder.pidFile(replica.name()).toString());
        }
        ObjectNode urls = world.putObject("servers");
        urls.put("rabbitmq_url", servers.rabbitmq().toString());
        servers.rabbitmqManagement()
                .ifPresent(management -> urls.put("rabbitmq_management_url", management.toString()));
        urls.put("redis_url", servers.redis().toString());
        ObjectNode pids = world.putObject("server_pids");
        for (LocalServer server : servers.local()) {
            pids.put(server.name().toLowerCase(java.util.Locale.ROOT), server.pid());
        }
        ObjectNode addresses = world.putObject("databases");
        databases.forEach((service, address) ->
                addresses.put(service.text(), address.url().toString()));
        PrivateFiles.write(folder.record(), world.toPrettyString());
    }
}
