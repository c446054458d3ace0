package viva.local.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import viva.local.settings.Settings;
import viva.prepare.Given;
import viva.prepare.Preparation;

/** Makes given servers ready for services that this program does not start. */
@Command(
        name = "prepare",
        description =
                "Make the servers that DATABASE_URL and RABBITMQ_URL name ready for services that something else starts.")
public final class PrepareServers implements Callable<Integer> {
    private static final String ROOMS = "VIVA_ROOMS";

    private final Context context;

    public PrepareServers(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Settings settings = context.settings();
        String rooms = settings.get(ROOMS)
                .orElseGet(() -> settings.home().resolve("rooms").toString());
        Given given = new Given(
                name -> name.equals(ROOMS) ? rooms : settings.get(name).orElse(null));
        new Preparation(given, context.terminal()::say).run();
        context.terminal()
                .say("The addresses for each service are in " + rooms
                        + "/<service>; tell it DATABASE_URL_FILE and RABBITMQ_URL_FILE.");
        return 0;
    }
}
