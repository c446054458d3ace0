package viva.platform.service.environment;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Turns the environment names that operators know ({@code DATABASE_URL}, {@code PORT}, …) into settings. What the environment
 * says in the framework's own names wins over these, and these win over a service's files. {@code NAME_FILE} names a file that holds
 * the value of {@code NAME}: secrets of containers come like that.
 */
public final class EnvironmentNames implements ConfigSourceFactory {
    private static final String TRACES_OFF = "quarkus.otel.sdk.disabled";
    private static final String TRACES_TO = "quarkus.otel.exporter.otlp.traces.endpoint";
    private static final String MAIL_SERVER = "viva.gateway.mail.server";
    private static final String LOG_IN_JSON = "quarkus.log.console.json.enabled";
    /** The port that OTLP has over HTTP; at every other one it is gRPC. */
    private static final int OTLP_HTTP = 4318;

    /** Where mail is handed in (RFC 8314): encrypted from the first byte, or after STARTTLS. */
    private static final int SUBMISSIONS = 465;

    private static final int SUBMISSION = 587;

    /** The pool size stands after the database, so that it wins over an option in the URL. */
    private static final List<EnvironmentName> NAMES = List.of(
            DatabaseUrl.NAME,
            EnvironmentName.number("POOL_SIZE", DatabaseUrl.POOL_SIZE, 1, DatabaseUrl.MAX_POOL_SIZE),
            EnvironmentName.number("PORT", "quarkus.http.port", 0, 65_535),
            EnvironmentName.number("MANAGEMENT_PORT", "quarkus.management.port", 0, 65_535),
            EnvironmentName.url("RABBITMQ_URL", "viva.messaging.url", "amqp", "amqps"),
            EnvironmentName.url("REDIS_URL", "quarkus.redis.hosts", "redis", "rediss"),
            EnvironmentName.url("QDRANT_URL", "viva.qdrant.url", "http", "https"),
            EnvironmentName.text("NVIDIA_API_KEY", "viva.nim.key"),
            EnvironmentName.text("NIM_BASE_URL", "viva.nim.base-url"),
            EnvironmentName.text("NIM_LLM_MODEL", "viva.nim.model"),
            EnvironmentName.text("NIM_EMBEDDING_MODEL", "viva.nim.embedding-model"),
            EnvironmentName.text("SECRET_KEY_BASE", "viva.gateway.token.secret-key-base"),
            EnvironmentName.text("VIVA_INTERNAL_KEY", "viva.internal.key"),
            new EnvironmentName("SMTP_URL", Set.of(MAIL_SERVER), EnvironmentNames::mailServer),
            new EnvironmentName("VIVA_TRACES", Set.of(TRACES_OFF, TRACES_TO), EnvironmentNames::traces),
            new EnvironmentName("VIVA_LOG_FORMAT", Set.of(LOG_IN_JSON), EnvironmentNames::logFormat),
            new EnvironmentName("PHX_HOST", Set.of("ALLOWED_ORIGINS"), EnvironmentNames::originOf),
            EnvironmentName.url("GATEWAY_URL", "viva.url.gateway", "http", "https"),
            EnvironmentName.url("AVATAR_URL", "viva.url.avatar", "http", "https"),
            EnvironmentName.urls("LIFE_URL", "viva.url.life", "http", "https"),
            EnvironmentName.url("RELATIONSHIP_URL", "viva.url.relationship", "http", "https"),
            EnvironmentName.url("MATCHMAKER_URL", "viva.url.matchmaker", "http", "https"),
            EnvironmentName.url("LLM_URL", "viva.url.llm", "http", "https"));

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        return List.of(new DerivedSettings(settings(name -> {
            ConfigValue found = context.getValue(name);
            return found == null ? null : found.getValue();
        })));
    }

    /** The original's name for the host that people enter by: pages from there may open sockets. */
    private static Map<String, String> originOf(String host) {
        return Map.of("ALLOWED_ORIGINS", "https://" + host.strip());
    }

    /** A mail server: {@code smtps} is encrypted from the first byte, {@code smtp} when the server offers it. */
    private static Map<String, String> mailServer(String text) {
        ServerUrl url = ServerUrl.parse("SMTP_URL", text, new TreeSet<>(Set.of("smtp", "smtps")));
        boolean encrypted = url.scheme().equals("smtps");
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(MAIL_SERVER, "true");
        settings.put("quarkus.mailer.host", url.host());
        settings.put(
                "quarkus.mailer.port",
                Integer.toString(url.port() >= 0 ? url.port() : encrypted ? SUBMISSIONS : SUBMISSION));
        settings.put("quarkus.mailer.tls", Boolean.toString(encrypted));
        settings.put("quarkus.mailer.start-tls", encrypted ? "DISABLED" : url.user() == null ? "OPTIONAL" : "REQUIRED");
        if (url.user() != null) {
            settings.put("quarkus.mailer.username", url.user());
            settings.put("quarkus.mailer.password", url.password() == null ? "" : url.password());
        }
        return settings;
    }

    /** A collector's address switches traces on. */
    private static Map<String, String> traces(String text) {
        ServerUrl url = ServerUrl.parse("VIVA_TRACES", text, new TreeSet<>(Set.of("http", "https")));
        return Map.of(
                TRACES_OFF,
                "false",
                TRACES_TO,
                text.strip(),
                "quarkus.otel.exporter.otlp.traces.protocol",
                url.port() == OTLP_HTTP ? "http/protobuf" : "grpc");
    }

    private static Map<String, String> logFormat(String format) {
        return switch (format.strip()) {
            case "json" -> Map.of(LOG_IN_JSON, "true");
            case "text" -> Map.of(LOG_IN_JSON, "false");
            default -> throw new Malformed("VIVA_LOG_FORMAT", "must be json or text");
        };
    }

    /** Every setting that follows from the environment; one that cannot be used fails when it is read. */
    static Map<String, Supplier<String>> settings(Function<String, String> environment) {
        Map<String, Supplier<String>> settings = new LinkedHashMap<>();
        for (EnvironmentName known : NAMES) {
            String text = environment.apply(known.name());
            String file = environment.apply(known.name() + "_FILE");
            if (text != null && !text.isBlank()) {
                settings.putAll(known.read(text));
            } else if (file != null && !file.isBlank()) {
                settings.putAll(known.readFile(Path.of(file.strip())));
            }
        }
        return settings;
    }
}
