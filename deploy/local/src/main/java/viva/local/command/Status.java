package viva.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import viva.local.home.WorldLock;
import viva.local.service.ModelVoice;
import viva.local.service.Readiness;
import viva.local.service.ServiceName;
import viva.platform.servers.process.ProcessIdentity;

/** Says what runs. Exit code 0: all is well; 1: a part is not; 3: nothing runs. */
@Command(name = "status", description = "Show what runs and whether it is ready.")
public final class Status implements Callable<Integer> {
    private static final int PART_UNWELL = 1;
    private static final int NOTHING_RUNS = 3;
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);

    private final Context context;

    public Status(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Optional<JsonNode> record = Running.record(context.folder());
        if (WorldLock.holder(context.folder()).isEmpty()) {
            context.terminal().say("No world runs in " + context.folder().home() + ".");
            return NOTHING_RUNS;
        }
        if (record.isEmpty()) {
            context.terminal().say("The world in " + context.folder().home() + " is starting.");
            return PART_UNWELL;
        }
        return show(record.get()) ? 0 : PART_UNWELL;
    }

    private boolean show(JsonNode world) {
        boolean well = true;
        context.terminal().say("World at " + world.path("url").asText());
        for (var server : world.path("server_pids").properties()) {
            boolean runs = runs(server.getValue().asLong());
            well &= runs;
            line(server.getKey(), runs ? "running" : "dead", server.getValue().asLong(), "");
        }
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_LIMIT)
                .build();
        for (JsonNode service : world.path("services")) {
            URI url = URI.create(service.path("url").asText());
            Readiness.Answer answer = new Readiness(
                            client, URI.create(service.path("management_url").asText(url.toString())))
                    .ask();
            well &= answer.isReady();
            String state = answer.isReady() ? "ready" : runs(service.path("pid").asLong()) ? "not ready" : "dead";
            line(name(service), state, service.path("pid").asLong(), url + away(answer.away()));
            if (answer.isReady() && service.path("name").asText().equals(ServiceName.LLM.text())) {
                new ModelVoice(client, url)
                        .sentence()
                        .ifPresent(voice -> context.terminal().say("    " + voice));
            }
        }
        return well;
    }

    /** A service that cannot reach another server goes on with what it can do. */
    private static String away(List<String> away) {
        return away.isEmpty() ? "" : "  without " + String.join(", ", away);
    }

    private static String name(JsonNode service) {
        int replica = service.path("replica").asInt();
        return service.path("name").asText() + (replica == 1 ? "" : "-" + replica);
    }

    private static boolean runs(long pid) {
        return ProcessHandle.of(pid).filter(ProcessIdentity::isRunning).isPresent();
    }

    private void line(String name, String state, long pid, String url) {
        context.terminal().say(String.format("  %-14s %-9s pid %-8d %s", name, state, pid, url));
    }
}
