package viva.local.command;

import java.nio.file.Path;
import viva.local.home.WorldFolder;
import viva.local.settings.Settings;
import viva.local.terminal.Terminal;
import viva.platform.servers.ServerFailure;

/** What every command works on. */
public record Context(Settings settings, WorldFolder folder, Terminal terminal) {
    /** Reads the environment; {@code ./viva} names the repository in VIVA_ROOT. */
    public static Context ofThisProcess() {
        String root = System.getenv("VIVA_ROOT");
        if (root == null) {
            throw new ServerFailure("Start me with ./viva, which sets VIVA_ROOT.");
        }
        Settings settings = Settings.of(Path.of(root).toAbsolutePath(), System.getenv());
        return new Context(settings, new WorldFolder(settings.home()), Terminal.ofThisProcess());
    }
}
