package viva.local.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;
import viva.local.home.WorldFolder;
import viva.local.home.WorldLock;
import viva.platform.servers.LocalServer;
import viva.platform.servers.ServerAddresses;
import viva.platform.servers.ServerFailure;
import viva.platform.servers.postgres.Durability;
import viva.platform.servers.postgres.PostgresServer;
import viva.platform.servers.rabbitmq.RabbitServer;
import viva.platform.servers.redis.RedisServer;

/** Builds and tests everything, on one set of servers for the whole build. */
@Command(name = "test", description = "Build and test everything; further words go to Maven.")
public final class Tests implements Callable<Integer> {
    private final Context context;

    @Unmatched
    private List<String> words = new ArrayList<>();

    public Tests(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        WorldFolder folder = new WorldFolder(context.folder().testServers());
        WorldLock lock = WorldLock.take(folder)
                .orElseThrow(
                        () -> new ServerFailure("Tests run already, with their servers in " + folder.home() + "."));
        PostgresServer postgres = new PostgresServer(folder.postgres(), 0, Durability.FORGET);
        RabbitServer rabbit = new RabbitServer(folder.rabbitmq(), 0);
        RedisServer redis = new RedisServer(folder.redis(), 0);
        List<LocalServer> servers = List.of(postgres, redis, rabbit);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(servers, lock)));
        for (LocalServer server : servers) {
            context.terminal().step(server.name(), "ready", () -> {
                server.wipe();
                server.start();
            });
        }
        Path addresses = folder.home().resolve("addresses.properties");
        new ServerAddresses(postgres.url(), rabbit.url(), rabbit.managementUrl(), redis.url()).write(addresses);
        return build(addresses);
    }

    private int build(Path addresses) throws IOException, InterruptedException {
        Path root = context.settings().root();
        List<String> command = new ArrayList<>(List.of(root.resolve("mvnw").toString(), "-B", "-ntp", "verify"));
        command.addAll(words);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(root.toFile()).inheritIO();
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put(ServerAddresses.TEST_SERVERS, addresses.toString());
        return builder.start().waitFor();
    }

    private void close(List<LocalServer> servers, WorldLock lock) {
        for (LocalServer server : servers) {
            try {
                server.close();
            } catch (ServerFailure failure) {
                context.terminal().complain(failure.getMessage());
            }
        }
        lock.close();
    }
}
