package viva.local.home;

import java.nio.file.Path;

/** Where a world on this machine keeps its things. */
public record WorldFolder(Path home) {
    public Path postgres() {
        return home.resolve("postgres");
    }

    public Path rabbitmq() {
        return home.resolve("rabbitmq");
    }

    public Path redis() {
        return home.resolve("redis");
    }

    public Path log(String part) {
        return home.resolve("logs").resolve(part + ".log");
    }

    public Path pidFile(String part) {
        return home.resolve("run").resolve(part + ".pid");
    }

    /** Held for as long as a launcher runs. */
    public Path lock() {
        return home.resolve("run").resolve("lock");
    }

    public Path launcherPid() {
        return pidFile("launcher");
    }

    /** The running world for programs; it holds secrets. */
    public Path record() {
        return home.resolve("run").resolve("world.json");
    }

    /** The mails of a world without a mail server. */
    public Path mail() {
        return home.resolve("mail");
    }

    /** A generated password or key. */
    public Path secret(String name) {
        return home.resolve("secrets").resolve(name);
    }

    /** Present once the demo account has been made. */
    public Path demoMark() {
        return home.resolve("secrets").resolve("demo-account");
    }

    /** What the world keeps in which the services learn to start faster. */
    public Path training() {
        return home.resolve("training");
    }

    /** What the tests' servers keep, apart from any world. */
    public Path testServers() {
        return home.resolve("test-servers");
    }
}
