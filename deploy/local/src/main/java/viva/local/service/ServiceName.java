package viva.local.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The six services, in the order of their ports: the gateway has the first one. */
public enum ServiceName {
    GATEWAY("gateway-service", 0, 256),
    AVATAR("avatar-service/app", 1, 256),
    LIFE("life-service/app", 2, 256),
    RELATIONSHIP("relationship-service/app", 3, 256),
    MATCHMAKER("matchmaker-service/app", 4, 256),
    LLM("llm-service/app", 5, 384);

    private final String module;
    private final int portOffset;
    private final int heapMegabytes;

    ServiceName(String module, int portOffset, int heapMegabytes) {
        this.module = module;
        this.portOffset = portOffset;
        this.heapMegabytes = heapMegabytes;
    }

    /** The order to start them in: the gateway last, as it asks all others. */
    public static List<ServiceName> startOrder() {
        return List.of(LIFE, AVATAR, LLM, RELATIONSHIP, MATCHMAKER, GATEWAY);
    }

    /** Its short name, which is also the name of its schema and role. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The environment variable that tells the others where it is. */
    public String urlVariable() {
        return name() + "_URL";
    }

    /** The distance of its first replica's port from the first of all. */
    public int portOffset() {
        return portOffset;
    }

    /** What {@code ./mvnw package} builds. */
    public Path jar(Path root) {
        return root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** The environment variable that names the heap of each replica, in megabytes. */
    public String heapVariable() {
        return name() + "_HEAP_MB";
    }

    /** The heap that one replica may use on a laptop. */
    public int heapMegabytes() {
        return heapMegabytes;
    }
}
