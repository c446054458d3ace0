package viva.platform.servers.redis;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import redis.embedded.core.ExecutableProvider;
import viva.platform.servers.LocalServer;
import viva.platform.servers.Ports;
import viva.platform.servers.PrivateFiles;
import viva.platform.servers.Secret;
import viva.platform.servers.ServerFailure;
import viva.platform.servers.process.Command;
import viva.platform.servers.process.Programs;
import viva.platform.servers.process.ServerProcess;
import viva.platform.servers.process.StopSignal;

/** A private Redis with a password and an append-only file; the machine's own {@code redis-server} when there is one. */
public final class RedisServer implements LocalServer {
    private static final Duration START_LIMIT = Duration.ofMinutes(10);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);
    private static final int ANSWER_TIMEOUT_MILLIS = 1000;

    private final Path home;
    private final int port;
    private final Path log;
    private final ServerProcess process;

    /**
     * @param home its folder, created when missing
     * @param port the port, or 0 for a free one
     */
    public RedisServer(Path home, int port) {
        this.home = home.toAbsolutePath();
        this.port = Ports.orFree(port);
        this.log = this.home.resolve("redis.log");
        this.process = new ServerProcess(name(), this.home.resolve("redis.pid"), log, StopSignal.TERM, STOP_PATIENCE);
    }

    @Override
    public String name() {
        return "Redis";
    }

    @Override
    public void start() {
        try {
            Files.createDirectories(home.resolve("data"));
            process.stopLeftover();
            // The password stands in the file and not on the command line, which everybody on the machine can read.
            PrivateFiles.write(home.resolve("redis.conf"), configuration());
            process.start(List.of(program().toString(), "redis.conf"), Map.of(), home);
        } catch (IOException e) {
            throw new ServerFailure("Cannot start Redis in %s: %s".formatted(home, e.getMessage()), e);
        }
        process.awaitReady(START_LIMIT, this::answers);
    }

    @Override
    public void wipe() {
        close();
        process.stopLeftover();
        PrivateFiles.deleteTree(home.resolve("data"));
    }

    @Override
    public URI url() {
        return URI.create("redis://:%s@127.0.0.1:%d/0".formatted(password().value(), port));
    }

    @Override
    public boolean isRunning() {
        return process.isRunning();
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public Path log() {
        return log;
    }

    @Override
    public void close() {
        process.stop();
    }

    private Secret password() {
        return Secret.keptIn(home.resolve("password"));
    }

    private Path program() throws IOException {
        var installed = Command.find("redis-server");
        return installed.isPresent() ? installed.get() : unpacked();
    }

    private Path unpacked() throws IOException {
        Path folder = Files.createDirectories(home.resolve("binaries"));
        return Programs.write(() ->
                ExecutableProvider.newJarResourceProvider(folder.toFile()).get().toPath());
    }

    private String configuration() {
        return """
                bind 127.0.0.1
                port %d
                requirepass %s
                dir data
                appendonly yes
                appendfsync everysec
                maxmemory 256mb
                maxmemory-policy noeviction
                """.formatted(port, password().value());
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(ANSWER_TIMEOUT_MILLIS);
            String question = "AUTH %s\r\nPING\r\n".formatted(password().value());
            socket.getOutputStream().write(question.getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            String expected = "+OK\r\n+PONG\r\n";
            return new String(answer.readNBytes(expected.length()), StandardCharsets.US_ASCII).equals(expected);
        } catch (IOException starting) {
            return false;
        }
    }
}
