package viva.local.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges a machine. The limits are ours: what the parts of a world with some hundred avatars took when they were measured. */
final class MachineCheck {
    private static final long GB = 1L << 30;

    private static final int JAVA_NEEDED = 25;
    private static final int NODE_NEEDED = 20;

    /** Six services take about 300 MB each, the servers 700 MB together, and the system wants some. */
    private static final long MEMORY_NEEDED = 3 * GB;

    /** A build beside a running world. */
    private static final long MEMORY_WANTED = 6 * GB;

    /** Below this RabbitMQ and PostgreSQL are close to refusing writes. */
    private static final long DISK_NEEDED = GB;

    /** Maven's and npm's downloads, the build, and the caches that make starts faster take about 3 GB. */
    private static final long DISK_WANTED = 5 * GB;

    /** A gateway has a file for each socket, the broker one for each connection and queue. */
    private static final long FILES_WANTED = 4_096;

    private static final Pattern NODE_VERSION = Pattern.compile("v(\\d{1,4})\\..*");

    private MachineCheck() {}

    static List<Finding> of(Machine machine) {
        List<Finding> found = new ArrayList<>();
        found.add(java(machine.java()));
        found.add(node(machine.node()));
        found.add(rabbit(machine));
        found.add(browser(machine));
        found.add(memory(machine.memory()));
        found.add(disk(machine.disk()));
        machine.openFiles().map(MachineCheck::openFiles).ifPresent(found::add);
        return found;
    }

    private static Finding java(int version) {
        return version >= JAVA_NEEDED
                ? new Finding.Fine("JDK", Integer.toString(version))
                : new Finding.Broken("JDK", Integer.toString(version), "Install a JDK " + JAVA_NEEDED + " or newer.");
    }

    private static Finding node(Optional<String> said) {
        String remedy = "Install Node " + NODE_NEEDED + " or newer: the web page is built with it.";
        if (said.isEmpty()) {
            return new Finding.Broken("Node", "not found", remedy);
        }
        Matcher version = NODE_VERSION.matcher(said.get());
        boolean fine = version.matches() && Integer.parseInt(version.group(1)) >= NODE_NEEDED;
        return fine ? new Finding.Fine("Node", said.get()) : new Finding.Broken("Node", said.get(), remedy);
    }

    private static Finding rabbit(Machine machine) {
        if (machine.rabbit().isPresent()) {
            return new Finding.Fine("RabbitMQ", machine.rabbit().get().toString());
        }
        return machine.debian()
                ? new Finding.Fine("RabbitMQ", "not installed; ./viva up gets it from the Debian archive")
                : new Finding.Broken(
                        "RabbitMQ",
                        "not installed",
                        "Install it (brew install rabbitmq, or your system's package), or set RABBITMQ_URL.");
    }

    private static Finding browser(Machine machine) {
        return machine.browser()
                .<Finding>map(program -> new Finding.Fine("Chromium", program.toString()))
                .orElseGet(() -> new Finding.Weak(
                        "Chromium", "not found", "Install it before ./viva test, which tries the web page in it."));
    }

    private static Finding memory(long bytes) {
        if (bytes >= MEMORY_WANTED) {
            return new Finding.Fine("Memory", gigabytes(bytes));
        }
        return bytes >= MEMORY_NEEDED
                ? new Finding.Weak("Memory", gigabytes(bytes), "Do not build or test while a world runs.")
                : new Finding.Broken(
                        "Memory",
                        gigabytes(bytes),
                        "A world needs " + gigabytes(MEMORY_NEEDED)
                                + ": use servers of another machine (DATABASE_URL, REDIS_URL, RABBITMQ_URL).");
    }

    private static Finding disk(long bytes) {
        if (bytes >= DISK_WANTED) {
            return new Finding.Fine("Disk", gigabytes(bytes) + " free");
        }
        return bytes >= DISK_NEEDED
                ? new Finding.Weak(
                        "Disk",
                        gigabytes(bytes) + " free",
                        "Start with --no-training, which saves 700 MB, or make room; VIVA_HOME moves the data elsewhere.")
                : new Finding.Broken(
                        "Disk", gigabytes(bytes) + " free", "Make room, or set VIVA_HOME to a folder on another disk.");
    }

    private static Finding openFiles(long most) {
        return most >= FILES_WANTED
                ? new Finding.Fine("Open files", "at most " + most)
                : new Finding.Weak(
                        "Open files",
                        "at most " + most,
                        "Say ulimit -n " + FILES_WANTED + " before ./viva up: each socket and connection is a file.");
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", (double) bytes / GB);
    }
}
