package viva.local.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import viva.local.command.Context;
import viva.local.home.WorldFolder;
import viva.local.settings.Settings;
import viva.local.terminal.Terminal;
import viva.platform.servers.PrivateFiles;
import viva.platform.servers.ServerFailure;
import viva.platform.servers.rabbitmq.BrokerRooms;
import viva.platform.servers.rabbitmq.RabbitServer;
import viva.platform.testkit.OwnServers;
import viva.platform.testkit.Waiting;

class DeadLetterCommandTest {
    private static final OwnServers SERVERS = new OwnServers("dlq");
    private static final String SHARD = "life.shard.5";
    private static final String MEMORIES = "avatar.memories.v2";
    private static RabbitServer broker;

    @TempDir
    Path root;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Connection connection;
    private Channel channel;

    @BeforeAll
    static void start() {
        broker = SERVERS.rabbitmq();
        new BrokerRooms(broker.url()).declare();
    }

    @AfterAll
    static void stop() {
        SERVERS.close();
    }

    @BeforeEach
    void connect() throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(broker.url());
        connection = factory.newConnection("dlq test");
        channel = connection.createChannel();
        channel.confirmSelect();
        for (String queue : List.of("life.dead", "avatar.dead", SHARD, MEMORIES)) {
            channel.queuePurge(queue);
        }
    }

    @AfterEach
    void hangUp() {
        connection.abort();
    }

    @Test
    void a_list_tells_when_where_and_why_and_never_the_words() throws Exception {
        bury("life", SHARD, "1");
        bury("avatar", MEMORIES, "2");

        assertThat(run("", "list")).isZero();

        assertThat(said())
                .contains("life.dead: 1 waiting", SHARD, "rejected", "a.v1", "gateway.dead: 0 waiting")
                .doesNotContain("secret words");
        assertThat(run("", "list", "--service", "life", "--since", "5m", "--queue", "nowhere.*"))
                .isZero();
        assertThat(said()).doesNotContain("a.v1");
    }

    @Test
    void a_long_list_names_the_command_for_its_rest() throws Exception {
        for (String id : List.of("1", "2", "3")) {
            bury("life", SHARD, id);
        }

        run("", "list", "--service", "life", "--limit", "2");

        assertThat(said()).contains("more: ./viva dlq list --service life --skip 2");
    }

    @Test
    void one_letter_is_shown_with_its_words() throws Exception {
        bury("avatar", MEMORIES, "2");

        run("", "show", "2");

        assertThat(said()).contains("died in avatar.memories.v2 (rejected), tries: 1", "secret words");
        assertRefused("No dead letter has the id 3", "show", "3");
    }

    @Test
    void what_the_log_says_of_a_letter_is_shown_with_it() throws Exception {
        bury("avatar", MEMORIES, "2-of-avatar");
        Files.createDirectories(root.resolve(".viva/logs"));
        Files.writeString(root.resolve(".viva/logs/avatar-2.log"), """
                an older line
                ERROR avatar.remember.v1 2-of-avatar failed 9 times, it is now in avatar.dead
                java.lang.IllegalStateException: no such place
                    at somewhere
                """);

        run("", "show", "2-of-avatar");

        assertThat(said())
                .contains(
                        "log: ERROR avatar.remember.v1 2-of-avatar failed 9 times",
                        "log: java.lang.IllegalStateException")
                .doesNotContain("an older line", "at somewhere");
    }

    @Test
    void letters_are_replayed_by_what_they_are_and_their_ids_stay() throws Exception {
        bury("life", SHARD, "1");
        bury("avatar", MEMORIES, "2");

        assertThat(run("", "replay", "--queue", "life.*")).isZero();

        assertThat(said()).contains("life.dead: 1 replayed");
        assertThat(channel.basicGet(SHARD, true).getProps().getMessageId()).isEqualTo("1");
        awaitLetters("avatar.dead", 1);
    }

    @Test
    void a_letter_that_cannot_go_back_stays_and_the_reason_is_told() throws Exception {
        bury("life", "life.nowhere", "1");

        assertThat(run("", "replay", "1")).isOne();

        assertThat(said()).contains("1 and perhaps more stay: there is no queue life.nowhere");
        awaitLetters("life.dead", 1);
    }

    @Test
    void nothing_is_dropped_without_a_yes() throws Exception {
        bury("life", SHARD, "1");

        assertThat(run("n\n", "drop", "1")).isOne();
        assertRefused("--yes drops without a question", "drop", "1");
        awaitLetters("life.dead", 1);

        assertThat(run("y\n", "drop", "1")).isZero();
        assertThat(said()).contains("Drop 1 of life.dead for good? [y/N]", "life.dead: 1 dropped");
        awaitLetters("life.dead", 0);
    }

    @Test
    void with_yes_nobody_is_asked_and_only_what_is_meant_is_dropped() throws Exception {
        bury("life", SHARD, "1");
        bury("avatar", MEMORIES, "2");

        assertThat(run("", "drop", "--service", "life", "--all", "--yes")).isZero();

        assertThat(said()).doesNotContain("[y/N]");
        awaitLetters("life.dead", 0);
        awaitLetters("avatar.dead", 1);
    }

    @Test
    void every_letter_is_not_meant_by_silence() {
        assertRefused("Say which letters", "replay");
        assertRefused("Say which letters", "drop", "--yes");
        assertRefused("--since must be a time", "drop", "--since", "yesterday");
        assertRefused("--limit must be in", "list", "--limit", "0");
    }

    @Test
    void a_running_world_is_found_and_without_one_the_way_out_is_named() throws Exception {
        bury("life", SHARD, "1");
        Settings none = Settings.of(root, Map.of());
        assertThat(run(none, "", "list")).isOne();
        assertThat(said()).contains("start it with ./viva up, or name its broker in RABBITMQ_URL");
        WorldFolder folder = new WorldFolder(none.home());
        PrivateFiles.write(folder.record(), """
                {"servers": {"rabbitmq_url": "%s"}}""".formatted(broker.url()));

        run(none, "", "list", "--service", "LIFE");

        assertThat(said()).contains("life.dead: 1 waiting");
    }

    private int run(String answers, String... words) {
        return run(Settings.of(root, Map.of("RABBITMQ_URL", broker.url().toString())), answers, words);
    }

    private void assertRefused(String why, String... words) {
        assertThat(run("", words)).isOne();
        assertThat(said()).contains(why);
    }

    /** As the launcher does. */
    private int run(Settings settings, String answers, String... words) {
        said.reset();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        Context context = new Context(settings, new WorldFolder(settings.home()), new Terminal(out, out));
        CommandLine command =
                DeadLetterCommand.of(context, new ByteArrayInputStream(answers.getBytes(StandardCharsets.UTF_8)));
        return command.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    if (!(failure instanceof ServerFailure)) {
                        throw failure;
                    }
                    context.terminal().complain(failure.getMessage());
                    return 1;
                })
                .execute(words);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private void bury(String service, String queue, String id) throws Exception {
        AMQP.BasicProperties properties = new AMQP.BasicProperties.Builder()
                .messageId(id)
                .headers(Map.of("x-first-death-queue", queue, "x-first-death-reason", "rejected"))
                .deliveryMode(2)
                .build();
        channel.basicPublish("", service + ".dead", properties, """
                {"type": "a.v1", "subject": "luna", "data": {"text": "secret words"}}""".getBytes(StandardCharsets.UTF_8));
        channel.waitForConfirms(Waiting.PATIENCE.toMillis());
    }

    /** A letter that was looked at is back in its queue when the broker has seen its reader go. */
    private void awaitLetters(String queue, long count) {
        await().until(() -> channel.messageCount(queue) == count);
    }
}
