package viva.platform.servers.rabbitmq;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import viva.platform.servers.PrivateFiles;
import viva.platform.servers.ServerFailure;
import viva.platform.servers.process.Command;

/** Debian's and Ubuntu's RabbitMQ: installed as root, otherwise fetched and unpacked into a folder of ours. */
final class DebianPackages {
    private static final Duration INSTALL_LIMIT = Duration.ofMinutes(5);

    private final Path home;
    private final Path log;

    /** @param home where packages are unpacked, in {@code unpacked} */
    DebianPackages(Path home, Path log) {
        this.home = home;
        this.log = log;
    }

    /** Brings RabbitMQ onto the machine; empty when this is no Debian or the archive has none. */
    Optional<RabbitInstallation> obtain() {
        if (Command.find("apt-get").isEmpty() || Command.find("dpkg").isEmpty()) {
            return Optional.empty();
        }
        boolean root =
                Command.ask("id", "-u").map(String::strip).filter("0"::equals).isPresent();
        return root ? install() : unpacked().or(this::fetch);
    }

    private Optional<RabbitInstallation> install() {
        try {
            // Debian starts a service as soon as it is installed, unless a policy forbids it (exit code 101).
            Path policy = Path.of("/usr/sbin/policy-rc.d");
            boolean ours = !Files.exists(policy);
            if (ours) {
                Files.writeString(policy, "#!/bin/sh\nexit 101\n");
                Files.setPosixFilePermissions(policy, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            try {
                Map<String, String> quiet = Map.of("DEBIAN_FRONTEND", "noninteractive");
                List<String> install =
                        List.of("apt-get", "install", "-y", "-q", "--no-install-recommends", "rabbitmq-server");
                if (run(install, quiet, home) != 0) {
                    run(List.of("apt-get", "update", "-q"), quiet, home);
                    run(install, quiet, home);
                }
            } finally {
                if (ours) {
                    Files.deleteIfExists(policy);
                }
            }
            return RabbitInstallation.find();
        } catch (IOException e) {
            throw new ServerFailure("Cannot install RabbitMQ: " + e.getMessage(), e);
        }
    }

    private Optional<RabbitInstallation> fetch() {
        Path packages = home.resolve("packages");
        Path draft = home.resolve("unpacked.part");
        PrivateFiles.deleteTree(draft);
        PrivateFiles.deleteTree(packages);
        try {
            Files.createDirectories(packages);
            Files.createDirectories(draft);
            List<String> download = new ArrayList<>(List.of("apt-get", "download", "-q"));
            download.addAll(neededPackages());
            if (run(download, Map.of(), packages) != 0) {
                return Optional.empty();
            }
            for (Path file : list(packages, file -> file.toString().endsWith(".deb"))) {
                run(List.of("dpkg", "-x", file.toString(), draft.toString()), Map.of(), packages);
            }
            PrivateFiles.deleteTree(packages);
            Files.move(draft, home.resolve("unpacked"));
            return unpacked();
        } catch (IOException e) {
            throw new ServerFailure("Cannot unpack RabbitMQ into %s: %s".formatted(home, e.getMessage()), e);
        }
    }

    /** RabbitMQ, the Erlang packages it asks for, and the C libraries among their needs that the machine lacks. */
    private static List<String> neededPackages() {
        String needs = Command.ask(
                        "apt-cache",
                        "depends",
                        "--recurse",
                        "--no-recommends",
                        "--no-suggests",
                        "--no-conflicts",
                        "--no-breaks",
                        "--no-replaces",
                        "--no-enhances",
                        "rabbitmq-server")
                .orElse("");
        Predicate<String> wanted = name -> name.startsWith("erlang-")
                || name.equals("rabbitmq-server")
                || (name.startsWith("lib") && !isInstalled(name));
        return needs.lines()
                .filter(line -> !line.startsWith(" ") && !line.startsWith("<"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .filter(wanted)
                .distinct()
                .toList();
    }

    private static boolean isInstalled(String name) {
        return Command.ask("dpkg-query", "-W", "-f=${db:Status-Status}", name)
                .filter("installed"::equals)
                .isPresent();
    }

    private Optional<RabbitInstallation> unpacked() {
        Path root = Shortcut.withoutSpaces(home.resolve("unpacked"));
        if (!Files.isDirectory(root.resolve("usr/lib/rabbitmq"))) {
            return Optional.empty();
        }
        try {
            // The script itself: it follows a link to itself back to the path with the spaces.
            Path server =
                    list(root.resolve("usr/lib/rabbitmq/lib"), file -> file.endsWith("sbin/rabbitmq-server")).stream()
                            .findFirst()
                            .orElseThrow(() -> new ServerFailure("No rabbitmq-server in " + root));
            Path erlang = root.resolve("usr/lib/erlang");
            pointAt(erlang);
            String libraries = String.join(":", libraryFolders(root));
            String path = "%s/bin:%s".formatted(erlang, System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
            Path epmd = list(erlang, file -> file.endsWith("bin/epmd")).stream()
                    .findFirst()
                    .orElseThrow(() -> new ServerFailure("No epmd in " + erlang));
            return Optional.of(
                    new RabbitInstallation(server, epmd, Map.of("PATH", path, "LD_LIBRARY_PATH", libraries)));
        } catch (IOException e) {
            throw new ServerFailure("Cannot use the RabbitMQ unpacked in " + root, e);
        }
    }

    /** Erlang's start script holds the folder it was built for. */
    private static void pointAt(Path erlang) throws IOException {
        for (Path script : list(erlang, file -> file.endsWith("bin/erl"))) {
            if (!Files.isSymbolicLink(script)) {
                String text = Files.readString(script);
                Files.writeString(script, text.replaceAll("(?m)ROOTDIR=/\\S+$", "ROOTDIR=" + erlang));
            }
        }
    }

    private static List<String> libraryFolders(Path root) throws IOException {
        return Stream.of("usr/lib", "lib")
                .map(root::resolve)
                .filter(Files::isDirectory)
                .flatMap(folder -> childFolders(folder).stream())
                .filter(folder -> folder.getFileName().toString().endsWith("-linux-gnu"))
                .map(Path::toString)
                .toList();
    }

    private static List<Path> childFolders(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory).toList();
        } catch (IOException e) {
            throw new ServerFailure("Cannot read " + folder, e);
        }
    }

    private static List<Path> list(Path folder, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(wanted).toList();
        }
    }

    private int run(List<String> words, Map<String, String> environment, Path directory) {
        return new Command(words, environment, directory, log).run(INSTALL_LIMIT);
    }
}
