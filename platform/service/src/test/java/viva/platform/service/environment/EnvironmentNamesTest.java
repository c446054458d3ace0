package viva.platform.service.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentNamesTest {
    private static final String JDBC = "quarkus.datasource.jdbc.url";
    private static final String REACTIVE = "quarkus.datasource.reactive.url";

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "postgresql", "ecto"})
    void a_database_url_of_any_known_scheme_sets_both_clients(String scheme) {
        var settings = settings("DATABASE_URL", scheme + "://ada:s%40cr%2Fet%25+@db.example:6543/viva_dev");

        assertThat(get(settings, JDBC)).isEqualTo("jdbc:postgresql://db.example:6543/viva_dev");
        assertThat(get(settings, REACTIVE)).isEqualTo("postgresql://db.example:6543/viva_dev");
        assertThat(get(settings, "quarkus.datasource.username")).isEqualTo("ada");
        assertThat(get(settings, "quarkus.datasource.password")).isEqualTo("s@cr/et%+");
    }

    @Test
    void the_product_descriptions_own_database_url_works() {
        var settings = settings("DATABASE_URL", "ecto://postgres:postgres@localhost/viva_dev");

        assertThat(get(settings, JDBC)).isEqualTo("jdbc:postgresql://localhost:5432/viva_dev");
    }

    @ParameterizedTest
    @CsvSource({"http://collector:4317, grpc", "http://collector:4318, http/protobuf", "https://traces.example, grpc"})
    void a_collectors_address_switches_traces_on(String url, String protocol) {
        var settings = settings("VIVA_TRACES", url);

        assertThat(get(settings, "quarkus.otel.sdk.disabled")).isEqualTo("false");
        assertThat(get(settings, "quarkus.otel.exporter.otlp.traces.endpoint")).isEqualTo(url);
        assertThat(get(settings, "quarkus.otel.exporter.otlp.traces.protocol")).isEqualTo(protocol);
        assertThat(settings("VIVA_TRACES", " ")).isEmpty();
    }

    @Test
    void logs_are_in_json_or_plain_and_nothing_else() {
        assertThat(get(settings("VIVA_LOG_FORMAT", "json"), "quarkus.log.console.json.enabled"))
                .isEqualTo("true");
        assertThat(get(settings("VIVA_LOG_FORMAT", "text"), "quarkus.log.console.json.enabled"))
                .isEqualTo("false");
        var settings = settings("VIVA_LOG_FORMAT", "xml");
        assertThatThrownBy(() -> get(settings, "quarkus.log.console.json.enabled"))
                .hasMessage("VIVA_LOG_FORMAT must be json or text");
    }

    @Test
    void database_options_are_carried_over() {
        var settings = settings("DATABASE_URL", "postgres://[::1]/viva?ssl=true&pool_size=7");

        assertThat(get(settings, JDBC)).isEqualTo("jdbc:postgresql://[::1]:5432/viva?sslmode=require");
        assertThat(get(settings, "quarkus.datasource.reactive.max-size")).isEqualTo("7");
        assertThat(settings).doesNotContainKeys("quarkus.datasource.username", "quarkus.datasource.password");
    }

    @Test
    void a_value_may_stand_in_a_file_which_the_name_itself_outranks(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("url"), "amqp://life:word@broker/%2F\n");
        Map<String, String> environment = new HashMap<>(Map.of("RABBITMQ_URL_FILE", file.toString()));

        assertThat(get(EnvironmentNames.settings(environment::get), "viva.messaging.url"))
                .isEqualTo("amqp://life:word@broker/%2F");

        environment.put("RABBITMQ_URL", "amqp://other/%2F");
        assertThat(get(EnvironmentNames.settings(environment::get), "viva.messaging.url"))
                .isEqualTo("amqp://other/%2F");
    }

    @Test
    void a_file_that_is_not_there_is_named_when_its_value_is_needed() {
        var settings = settings("SECRET_KEY_BASE_FILE", "/nowhere/key");

        assertThatThrownBy(() -> get(settings, "viva.gateway.token.secret-key-base"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("SECRET_KEY_BASE_FILE names a file that cannot be read: /nowhere/key");
    }

    @Test
    void the_product_descriptions_host_is_an_allowed_origin() {
        assertThat(get(settings("PHX_HOST", "viva.yourapp.com"), "ALLOWED_ORIGINS"))
                .isEqualTo("https://viva.yourapp.com");
    }

    @ParameterizedTest
    @CsvSource({
        "smtps://ada:p%40ss@mail.example.org, 465, true, DISABLED",
        "smtp://ada:p%40ss@mail.example.org, 587, false, REQUIRED",
        "smtp://ada:p%40ss@mail.example.org:2525, 2525, false, REQUIRED",
    })
    void a_mail_server_never_gets_a_password_in_the_clear(String url, String port, String tls, String startTls) {
        var settings = settings("SMTP_URL", url);

        assertThat(get(settings, "viva.gateway.mail.server")).isEqualTo("true");
        assertThat(get(settings, "quarkus.mailer.host")).isEqualTo("mail.example.org");
        assertThat(get(settings, "quarkus.mailer.port")).isEqualTo(port);
        assertThat(get(settings, "quarkus.mailer.tls")).isEqualTo(tls);
        assertThat(get(settings, "quarkus.mailer.start-tls")).isEqualTo(startTls);
        assertThat(get(settings, "quarkus.mailer.username")).isEqualTo("ada");
        assertThat(get(settings, "quarkus.mailer.password")).isEqualTo("p@ss");
    }

    @Test
    void the_pool_size_wins_over_the_option_in_the_url() {
        var environment = Map.of("DATABASE_URL", "postgres://h/viva?pool_size=7", "POOL_SIZE", "20");

        var settings = EnvironmentNames.settings(environment::get);

        assertThat(get(settings, "quarkus.datasource.reactive.max-size")).isEqualTo("20");
    }

    @ParameterizedTest
    @CsvSource({
        "RABBITMQ_URL, amqp://guest:guest@127.0.0.1:5672/%2f, viva.messaging.url, amqp://guest:guest@127.0.0.1:5672/%2f",
        "REDIS_URL, redis://localhost:6379, quarkus.redis.hosts, redis://localhost:6379",
        "QDRANT_URL, http://localhost:6333/, viva.qdrant.url, http://localhost:6333",
        "LIFE_URL, http://life:4002, viva.url.life, http://life:4002",
        "LIFE_URL, 'http://one:4002/, http://two:4002', viva.url.life, 'http://one:4002,http://two:4002'",
        "PORT, 4000, quarkus.http.port, 4000",
        "MANAGEMENT_PORT, 9000, quarkus.management.port, 9000",
        "NVIDIA_API_KEY, ' nvapi-x\n', viva.nim.key, nvapi-x",
        "NIM_BASE_URL, not a url, viva.nim.base-url, not a url",
        "NIM_LLM_MODEL, 'a/b,c/d', viva.nim.model, 'a/b,c/d'",
        "NIM_EMBEDDING_MODEL, a/e, viva.nim.embedding-model, a/e",
    })
    void each_name_sets_what_it_stands_for(String name, String value, String setting, String expected) {
        assertThat(get(settings(name, value), setting)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "DATABASE_URL, mysql://u:p@h/db, DATABASE_URL must begin with ecto:// or postgres:// or postgresql://",
        "DATABASE_URL, postgres://u:p@h, DATABASE_URL must end with the name of one database: …host:port/name",
        "DATABASE_URL, postgres://u:p@h/db?schema=x, 'DATABASE_URL has the unknown option schema (known: ssl, sslmode, pool_size)'",
        "DATABASE_URL, postgres://u:p w@h/db, DATABASE_URL is not a URL (are special characters in the password percent-encoded?)",
    })
    void a_malformed_database_url_fails_with_one_sentence(String name, String value, String sentence) {
        var settings = settings(name, value);

        assertThatThrownBy(() -> get(settings, JDBC))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "PORT, http, quarkus.http.port, PORT must be a whole number from 0 to 65535",
        "PORT, 70000, quarkus.http.port, PORT must be a whole number from 0 to 65535",
        "POOL_SIZE, 0, quarkus.datasource.reactive.max-size, POOL_SIZE must be a whole number from 1 to 500",
        "RABBITMQ_URL, localhost:5672, viva.messaging.url, RABBITMQ_URL must begin with amqp:// or amqps://",
        "REDIS_URL, http://localhost, quarkus.redis.hosts, REDIS_URL must begin with redis:// or rediss://",
        "SMTP_URL, mail.example.org, viva.gateway.mail.server, SMTP_URL must begin with smtp:// or smtps://",
    })
    void a_malformed_value_fails_with_one_sentence(String name, String value, String setting, String sentence) {
        var settings = settings(name, value);

        assertThatThrownBy(() -> get(settings, setting))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(sentence);
    }

    @Test
    void a_password_never_stands_in_the_sentence() {
        var settings = settings("DATABASE_URL", "postgres://ada:hunter2@h/a/b");

        assertThatThrownBy(() -> get(settings, JDBC)).message().doesNotContain("hunter2");
    }

    @Test
    void names_that_are_not_set_set_nothing() {
        assertThat(EnvironmentNames.settings(name -> "PORT".equals(name) ? " " : null))
                .isEmpty();
    }

    private static Map<String, Supplier<String>> settings(String name, String value) {
        return EnvironmentNames.settings(Map.of(name, value)::get);
    }

    private static String get(Map<String, Supplier<String>> settings, String name) {
        return settings.get(name).get();
    }
}
