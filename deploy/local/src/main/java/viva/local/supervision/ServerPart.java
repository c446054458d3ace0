package viva.local.supervision;

import java.nio.file.Path;
import java.util.OptionalInt;
import viva.platform.servers.LocalServer;

record ServerPart(LocalServer server) implements Part {
    @Override
    public String name() {
        return server.name();
    }

    @Override
    public void start() {
        server.start();
    }

    @Override
    public boolean isRunning() {
        return server.isRunning();
    }

    @Override
    public OptionalInt exitCode() {
        return OptionalInt.empty();
    }

    @Override
    public long pid() {
        return server.pid();
    }

    @Override
    public Path log() {
        return server.log();
    }

    @Override
    public void stop() {
        server.close();
    }
}
