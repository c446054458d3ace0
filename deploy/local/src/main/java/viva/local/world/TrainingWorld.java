package viva.local.world;

import java.util.Map;
import viva.local.demo.DemoAccount;
import viva.local.home.WorldFolder;
import viva.local.settings.Settings;
import viva.local.startup.StartupCache;
import viva.local.terminal.Terminal;
import viva.platform.servers.Ports;

/** A short-lived world on private servers in which every service does what it does in its first minute. */
public final class TrainingWorld implements AutoCloseable {
    private final Terminal terminal;
    private final WorldFolder folder;
    private final World world;

    /** @param folder where it keeps its things for as long as it lives */
    public TrainingWorld(Settings settings, WorldFolder folder, Terminal terminal) {
        this.terminal = terminal;
        this.folder = folder;
        this.world = new World(
                settings.alone(folder.home(), Ports.freeRange(PortPlan.smallest())), folder, terminal, Map.of(), true);
    }

    /** Whether every service has a fitting cache. */
    public boolean isTrained() {
        return world.isTrained();
    }

    /** Lives through it; every service has a cache then. */
    public void train() {
        world.wipe();
        world.start();
        terminal.step("Rehearsal", "played", this::rehearse);
        terminal.step("Learning", "kept", () -> {
            world.stopServices();
            world.startupCaches().forEach(StartupCache::keep);
        });
    }

    private void rehearse() {
        DemoAccount demo = new DemoAccount(world.url(), folder);
        demo.create();
        demo.rehearse();
    }

    /** Ends it, also in the middle of the training: then nothing is learned, and the services are not waited for. */
    @Override
    public void close() {
        world.abandonServices();
        world.close();
        world.wipe();
    }
}
