package viva.load.owner;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import viva.platform.servers.ServerFailure;

/** Fills a world with owners and their avatars, several owners at a time. */
public final class Settlers {
    private static final int AT_ONCE = 4;
    private static final int MOST_MINUTES = 120;

    private Settlers() {}

    /**
     * How many avatars each new owner makes.
     *
     * @param living avatars that there are already
     * @param wanted avatars that there shall be
     * @param talkers owners who are needed however many avatars there are
     * @param perOwner the most that one owner may have
     */
    public static List<Integer> plan(int living, int wanted, int talkers, int perOwner) {
        int missing = Math.max(talkers, wanted - living);
        int owners = Math.max(talkers, Math.ceilDiv(missing, perOwner));
        List<Integer> plan = new ArrayList<>();
        for (int owner = 0; owner < owners; owner++) {
            plan.add(missing / owners + (owner < missing % owners ? 1 : 0));
        }
        return List.copyOf(plan);
    }

    /**
     * Opens an account for each number of the plan and makes its avatars.
     *
     * @param progress gets, every minute, how many avatars have been made
     */
    public static List<Household> settle(PublicApi api, List<Integer> plan, IntConsumer progress) {
        AtomicInteger made = new AtomicInteger();
        ExecutorService workers = Executors.newFixedThreadPool(
                AT_ONCE, Thread.ofPlatform().daemon().factory());
        try {
            List<Future<Household>> settling = plan.stream()
                    .map(avatars -> workers.submit(() -> household(api, avatars, made)))
                    .toList();
            List<Household> settled = new ArrayList<>();
            int minutes = 0;
            while (settled.size() < settling.size()) {
                if (minutes == MOST_MINUTES) {
                    throw new ServerFailure("After two hours only %d avatars had been made.".formatted(made.get()));
                }
                try {
                    settled.add(settling.get(settled.size()).get(1, TimeUnit.MINUTES));
                } catch (TimeoutException goesOn) {
                    minutes++;
                    progress.accept(made.get());
                }
            }
            return settled;
        } catch (ExecutionException e) {
            throw new ServerFailure("Nobody settles: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("Interrupted", e);
        } finally {
            workers.shutdownNow();
        }
    }

    private static Household household(PublicApi api, int avatars, AtomicInteger made) {
        Household household = Household.open(api);
        for (int avatar = 0; avatar < avatars; avatar++) {
            household.grow();
            made.incrementAndGet();
        }
        return household;
    }
}
