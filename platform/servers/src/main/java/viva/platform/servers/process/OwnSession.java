package viva.platform.servers.process;

import java.util.List;

/** Words before a command that put it into a session of its own and keep its process id. */
final class OwnSession {
    private static final List<String> PREFIX = Command.find("setsid")
            .map(setsid -> List.of(setsid.toString()))
            .or(() -> Command.find("perl")
                    .map(perl -> List.of(perl.toString(), "-MPOSIX=setsid", "-e", "setsid(); exec { $ARGV[0] } @ARGV")))
            .orElse(List.of());

    private OwnSession() {}

    /** Empty on a machine with neither setsid nor perl: there a Ctrl-C reaches the servers too. */
    static List<String> prefix() {
        return PREFIX;
    }
}
