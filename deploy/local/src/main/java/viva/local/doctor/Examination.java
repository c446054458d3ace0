package viva.local.doctor;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import viva.local.home.WorldFolder;
import viva.local.home.WorldLock;
import viva.local.settings.Settings;
import viva.local.world.World;
import viva.platform.servers.ServerFailure;

/** One look at everything that a world on this machine needs. */
public final class Examination {
    private final Settings settings;
    private final WorldFolder folder;

    public Examination(Settings settings, WorldFolder folder) {
        this.settings = settings;
        this.folder = folder;
    }

    /** In the order in which a world meets them. */
    public List<Finding> look() {
        List<Finding> found = new ArrayList<>(MachineCheck.of(Machine.around(folder.home())));
        found.addAll(withSettings(this::ports));
        found.addAll(new GivenServers(settings, InstantSource.system()).look());
        return found;
    }

    /** What {@code look} finds, or that the settings do not let it look. */
    static List<Finding> withSettings(Supplier<List<Finding>> look) {
        try {
            return look.get();
        } catch (ServerFailure unusable) {
            return List.of(
                    new Finding.Broken("Settings", unusable.getMessage(), "Mend it in the environment or in .env."));
        }
    }

    private List<Finding> ports() {
        if (WorldLock.holder(folder).isPresent()) {
            return List.of(new Finding.Fine("Ports", "used by the world that runs; ./viva status shows it"));
        }
        List<String> taken = World.takenPorts(settings, Map.of());
        return taken.isEmpty()
                ? List.of(new Finding.Fine("Ports", "from " + settings.portBase() + " on are free"))
                : taken.stream()
                        .<Finding>map(sentence -> new Finding.Broken("Ports", "not all are free", sentence))
                        .toList();
    }
}
