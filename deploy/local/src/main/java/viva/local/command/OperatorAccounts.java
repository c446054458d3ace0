package viva.local.command;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import viva.local.operator.GatewayDatabase;
import viva.local.operator.Operators;

/** Says which accounts may run the world. */
@Command(name = "operator", description = "Say which accounts may run the world.")
public final class OperatorAccounts {
    private static final int UNKNOWN = 1;

    private final Context context;

    public OperatorAccounts(Context context) {
        this.context = context;
    }

    @Command(name = "grant", description = "Make an account an operator.")
    int grant(@Parameters(paramLabel = "<user name>") String username) {
        return told(
                operators().grant(username),
                username + " is an operator from the next sign-in on, or after a quarter of an hour.",
                username);
    }

    @Command(name = "revoke", description = "Make an operator an owner like all others.")
    int revoke(@Parameters(paramLabel = "<user name>") String username) {
        return told(
                operators().withdraw(username), username + " is no operator, and is signed out everywhere.", username);
    }

    @Command(name = "list", description = "Show the operators.")
    int list() {
        List<String> names = operators().list();
        context.terminal().say(names.isEmpty() ? "There are no operators." : String.join("\n", names));
        return 0;
    }

    private Operators operators() {
        return new Operators(GatewayDatabase.of(context.settings(), Running.record(context.folder())));
    }

    private int told(boolean done, String sentence, String username) {
        if (!done) {
            context.terminal().complain("there is no account with the user name " + username);
            return UNKNOWN;
        }
        context.terminal().say(sentence);
        return 0;
    }
}
