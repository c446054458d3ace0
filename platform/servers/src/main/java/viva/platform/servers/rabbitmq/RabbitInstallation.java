package viva.platform.servers.rabbitmq;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import viva.platform.servers.process.Command;

/**
 * A RabbitMQ that is installed on this machine.
 *
 * @param server the start script itself, not a distribution's wrapper, which insists on the system's own user
 * @param epmd Erlang's port mapper
 * @param environment what its programs need beside the usual
 */
record RabbitInstallation(Path server, Path epmd, Map<String, String> environment) {
    private static final List<String> USUAL_SCRIPTS = List.of(
            "/usr/lib/rabbitmq/bin/rabbitmq-server",
            "/opt/homebrew/opt/rabbitmq/sbin/rabbitmq-server",
            "/usr/local/opt/rabbitmq/sbin/rabbitmq-server",
            "/home/linuxbrew/.linuxbrew/opt/rabbitmq/sbin/rabbitmq-server",
            "/opt/rabbitmq/sbin/rabbitmq-server");

    RabbitInstallation {
        environment = Map.copyOf(environment);
    }

    /** Looks in the usual places and on the PATH. */
    static Optional<RabbitInstallation> find() {
        Stream<Path> usual = USUAL_SCRIPTS.stream().map(Path::of).filter(Files::isExecutable);
        Stream<Path> onPath = Command.find("rabbitmq-server").filter(RabbitInstallation::isNoWrapper).stream();
        return Stream.concat(usual, onPath)
                .findFirst()
                .flatMap(server -> Command.find("epmd").map(epmd -> new RabbitInstallation(server, epmd, Map.of())));
    }

    /** The program that administers a running node. */
    Path control() {
        return server.resolveSibling("rabbitmqctl");
    }

    /** A distribution's wrapper has no {@code rabbitmq-env} beside it. */
    private static boolean isNoWrapper(Path script) {
        return Files.exists(script.resolveSibling("rabbitmq-env"));
    }
}
