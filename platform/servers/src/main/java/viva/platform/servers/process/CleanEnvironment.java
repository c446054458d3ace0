package viva.platform.servers.process;

import java.util.Map;
import java.util.Set;

/** The environment of a server: a few names of ours and what it is given, so that no key of the user's leaks into it. */
final class CleanEnvironment {
    private static final Set<String> KEPT = Set.of("PATH", "HOME", "TMPDIR", "TZ", "USER", "LOGNAME");
    private static final String USUAL_PATH =
            "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/opt/homebrew/bin";

    private CleanEnvironment() {}

    static void apply(ProcessBuilder builder, Map<String, String> given) {
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(KEPT);
        environment.merge("PATH", USUAL_PATH, (path, usual) -> path + ":" + usual);
        environment.put("LC_ALL", "C");
        environment.putAll(given);
    }
}
