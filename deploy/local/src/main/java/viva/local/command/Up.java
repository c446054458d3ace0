package viva.local.command;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import viva.local.demo.DemoAccount;
import viva.local.home.WorldLock;
import viva.local.service.ServiceName;
import viva.local.terminal.Terminal;
import viva.local.world.World;
import viva.platform.servers.ServerFailure;

/** Starts a world and minds it until Ctrl-C, SIGTERM or {@code down}. */
@Command(name = "up", description = "Start the world and keep it running until Ctrl-C or ./viva down.")
public final class Up implements Callable<Integer> {
    private static final int MOST_REPLICAS = 8;

    private final Context context;

    @Option(names = "--fresh", description = "Begin anew: delete the local world's data first.")
    private boolean fresh;

    @Option(names = "--seed-demo", description = "Make the demo account (a fresh local world has it anyway).")
    private boolean seedDemo;

    @Option(names = "--no-demo", description = "Make no demo account.")
    private boolean noDemo;

    @Option(names = "--no-training", description = "Do not learn beside the world to start faster.")
    private boolean noTraining;

    @Option(
            names = "--replicas",
            paramLabel = "<service>=<n>",
            description = "Run several processes of a service, such as life=2.")
    private Map<ServiceName, Integer> replicas = new EnumMap<>(ServiceName.class);

    @Option(
            names = "--until-exit-of",
            paramLabel = "<pid>",
            hidden = true,
            description = "Stop when that process ends, however it ends.")
    private Long parent;

    public Up(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        requireFew(replicas);
        Optional<WorldLock> lock = WorldLock.take(context.folder());
        if (lock.isEmpty()) {
            context.terminal().complain(Running.sentence(context.folder()));
            return 1;
        }
        return run(lock.get());
    }

    private int run(WorldLock lock) {
        Terminal terminal = context.terminal();
        long begun = System.nanoTime();
        World world = new World(context.settings(), context.folder(), terminal, replicas);
        if (!world.isLocal() && (fresh || seedDemo)) {
            throw new ServerFailure("--fresh and --seed-demo are for a local world, and DATABASE_URL is set.");
        }
        CountDownLatch stopped = new CountDownLatch(1);
        Training training = new Training(context.settings(), context.folder(), terminal);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            Thread ending = Thread.ofVirtual().start(training::close);
            stop(world, lock, stopped);
            join(ending);
        }));
        if (parent != null) {
            Parents.endWith(parent);
        }
        if (fresh) {
            terminal.step("Old world", "deleted", world::wipe);
        }
        terminal.say("Starting a world in " + context.folder().home());
        try {
            bringUp(world, begun);
        } catch (ServerFailure failure) {
            if (world.isClosing()) {
                return 1;
            }
            throw failure;
        }
        if (!noTraining && world.isLocal() && !world.isTrained()) {
            training.startLater();
        }
        awaitStop(stopped);
        return 0;
    }

    private void bringUp(World world, long begun) {
        Terminal terminal = context.terminal();
        world.start();
        terminal.say("");
        terminal.say(
                "The world is at %s after %d s".formatted(world.url(), (System.nanoTime() - begun) / 1_000_000_000L));
        DemoAccount demo = new DemoAccount(world.url(), context.folder());
        if (world.isLocal() && !noDemo && !demo.exists()) {
            terminal.step("Demo account", "ready", demo::create);
        }
        if (world.isLocal() && demo.exists()) {
            terminal.say("Demo: " + demo.login());
        }
        terminal.say("Stop it with Ctrl-C or ./viva down.");
    }

    private void stop(World world, WorldLock lock, CountDownLatch stopped) {
        try {
            boolean running = world.isRunning();
            if (running) {
                context.terminal().say("Stopping the world …");
            }
            world.close();
            if (running) {
                context.terminal().say("Stopped; the next ./viva up goes on where it was.");
            }
        } catch (ServerFailure failure) {
            context.terminal().complain(failure.getMessage());
        } finally {
            lock.close();
            stopped.countDown();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitStop(CountDownLatch stopped) {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void requireFew(Map<ServiceName, Integer> replicas) {
        replicas.forEach((service, count) -> {
            if (count < 1 || count > MOST_REPLICAS || (service == ServiceName.GATEWAY && count > 1)) {
                throw new ServerFailure("--replicas must be in [1,%d], and 1 for the gateway: %s = %d"
                        .formatted(MOST_REPLICAS, service.text(), count));
            }
        });
    }
}
