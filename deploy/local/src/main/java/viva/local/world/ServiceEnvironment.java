package viva.local.world;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import viva.local.home.WorldFolder;
import viva.local.service.ServiceName;
import viva.local.settings.Settings;
import viva.platform.servers.Secret;
import viva.platform.servers.postgres.DatabaseAddress;
import viva.platform.servers.postgres.Schemas;

/** What each service is told through its environment. No secret stands on a command line, where everybody could read it. */
final class ServiceEnvironment {
    private static final List<String> PASSED_ON = List.of("VIVA_", "QUARKUS_", "SMALLRYE_", "OTEL_", "LOG_");
    private static final Set<String> FROM_OUTSIDE =
            Set.of("ALLOWED_ORIGINS", "PHX_HOST", "TRUSTED_PROXIES", "SMTP_URL", "SMTP_URL_FILE", "MAIL_FROM");
    private static final Set<String> OURS =
            Set.of("VIVA_HOME", "VIVA_HOST", "VIVA_PORT_BASE", "VIVA_ROOT", "VIVA_TEST_SERVERS");

    private final Settings settings;
    private final WorldFolder folder;
    private final PortPlan ports;
    private final WorldServers servers;
    private final WorldBroker broker;

    ServiceEnvironment(
            Settings settings, WorldFolder folder, PortPlan ports, WorldServers servers, WorldBroker broker) {
        this.settings = settings;
        this.folder = folder;
        this.ports = ports;
        this.servers = servers;
        this.broker = broker;
    }

    /** Gives every service its role and schema in {@code database}. */
    Map<ServiceName, DatabaseAddress> provide(DatabaseAddress database) {
        Schemas schemas = new Schemas(database);
        Map<ServiceName, DatabaseAddress> addresses = new TreeMap<>();
        for (ServiceName service : ServiceName.values()) {
            Secret password = Secret.keptIn(folder.secret("database-" + service.text()));
            addresses.put(service, schemas.provide(service.text(), service.text(), password.value()));
        }
        return addresses;
    }

    Map<String, String> of(ServiceName service, int number, DatabaseAddress database) {
        Map<String, String> environment = new TreeMap<>(settings.where(
                name -> !OURS.contains(name) && PASSED_ON.stream().anyMatch(name::startsWith)));
        environment.put("PORT", Integer.toString(ports.port(service, number)));
        environment.put("MANAGEMENT_PORT", Integer.toString(ports.managementPort(service, number)));
        environment.put("RABBITMQ_URL", broker.url(service).toString());
        environment.put("DATABASE_URL", database.url().toString());
        for (ServiceName other : ServiceName.values()) {
            environment.put(other.urlVariable(), urls(other));
        }
        settings.get("POOL_SIZE").ifPresent(size -> environment.put("POOL_SIZE", size));
        settings.get("QDRANT_URL").ifPresent(url -> environment.put("QDRANT_URL", url));
        switch (service) {
            case GATEWAY -> {
                environment.put("VIVA_HOST", settings.host());
                environment.put("SECRET_KEY_BASE", secretKeyBase());
                environment.put("REDIS_URL", servers.redis().toString());
                environment.putAll(settings.where(FROM_OUTSIDE::contains));
                if (settings.get("SMTP_URL").isEmpty()) {
                    environment.putIfAbsent(
                            "VIVA_GATEWAY_MAIL_FOLDER", folder.mail().toString());
                }
            }
            case LLM -> {
                environment.put("REDIS_URL", servers.redis().toString());
                environment.putAll(settings.where(
                        name -> name.startsWith("NVIDIA_") || name.startsWith("NIM_") || name.startsWith("LLM_")));
            }
            case AVATAR, LIFE, RELATIONSHIP, MATCHMAKER -> {}
        }
        return environment;
    }

    /** Whoever reads lives may ask any replica of the life service; of all others the first one is asked. */
    private String urls(ServiceName other) {
        int asked = other == ServiceName.LIFE ? ports.replicas(other) : 1;
        return IntStream.rangeClosed(1, asked)
                .mapToObj(number -> ports.address(other, number).url().toString())
                .collect(Collectors.joining(","));
    }

    /** It protects the signing keys in the database, so it must stay the same as long as the data do. */
    private String secretKeyBase() {
        return settings.get("SECRET_KEY_BASE")
                .orElseGet(() -> Secret.keptIn(folder.secret("secret-key-base")).value()
                        + Secret.keptIn(folder.secret("secret-key-base-2")).value());
    }
}
