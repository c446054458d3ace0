package viva.platform.servers.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import viva.platform.servers.ServerFailure;
import viva.platform.servers.process.Command;

/** How PostgreSQL, which refuses to be root, is run by whoever runs us. */
sealed interface Unprivileged {
    /** The words before a command. */
    List<String> prefix();

    /** Hands a file or folder to the user that the command runs as. */
    void own(Path path);

    /** An ordinary user runs it as it is. */
    record AsOurselves() implements Unprivileged {
        @Override
        public List<String> prefix() {
            return List.of();
        }

        @Override
        public void own(Path path) {}
    }

    /** Root in a user namespace of its own looks like nobody to PostgreSQL, and still reads root's files. */
    record InUserNamespace(Path unshare) implements Unprivileged {
        @Override
        public List<String> prefix() {
            return List.of(unshare.toString(), "-U");
        }

        @Override
        public void own(Path path) {}
    }

    /** Where namespaces are forbidden (most containers): as the user nobody, who must then own the data. */
    record AsNobody(Path setpriv) implements Unprivileged {
        @Override
        public List<String> prefix() {
            return List.of(setpriv.toString(), "--reuid=65534", "--regid=65534", "--clear-groups");
        }

        @Override
        public void own(Path path) {
            try {
                UserPrincipal nobody =
                        path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
                Files.setOwner(path, nobody);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Chooses the way for this machine.
     *
     * @param home the folder that PostgreSQL must be able to reach
     */
    static Unprivileged onThisMachine(Path home) {
        if (!isRoot()) {
            return new AsOurselves();
        }
        return Command.find("unshare")
                .map(InUserNamespace::new)
                .map(Unprivileged.class::cast)
                .filter(way -> reaches(way, home))
                .or(() -> Command.find("setpriv").map(AsNobody::new).filter(way -> reaches(way, home)))
                .orElseThrow(() -> new ServerFailure(("PostgreSQL does not run as root and no other user can enter %s;"
                                + " run ./viva as an ordinary user, or set VIVA_HOME to a folder everybody may enter.")
                        .formatted(home)));
    }

    /** Whether no way is left on this machine but another user; a folder that is not there yet is asked for as the one it will be in. */
    static boolean isSomebodyElse(Path home) {
        Path there = home.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        Path known = there;
        return isRoot()
                && Command.find("unshare")
                        .map(InUserNamespace::new)
                        .filter(way -> reaches(way, known))
                        .isEmpty();
    }

    private static boolean isRoot() {
        return Command.ask("id", "-u").map(String::strip).filter("0"::equals).isPresent();
    }

    private static boolean reaches(Unprivileged way, Path home) {
        List<String> words = new java.util.ArrayList<>(way.prefix());
        words.addAll(List.of("/bin/sh", "-c", "test -x \"$1\"", "sh", home.toString()));
        return Command.ask(words.toArray(String[]::new)).isPresent();
    }
}
