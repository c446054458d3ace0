package viva.relationship.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.contracts.BondStatus.ACQUAINTANCES;
import static viva.contracts.BondStatus.BEST_FRIENDS;
import static viva.contracts.BondStatus.CLOSE_FRIENDS;
import static viva.contracts.BondStatus.COMPLICATED;
import static viva.contracts.BondStatus.CRUSH;
import static viva.contracts.BondStatus.DATING;
import static viva.contracts.BondStatus.EX;
import static viva.contracts.BondStatus.FRIENDS;
import static viva.contracts.BondStatus.MUTUAL_CRUSH;
import static viva.contracts.BondStatus.PARTNERS;
import static viva.contracts.BondStatus.STRANGERS;
import static viva.relationship.bond.Bonds.PARAMETERS;
import static viva.relationship.bond.Bonds.hour;
import static viva.relationship.bond.Bonds.strangers;
import static viva.relationship.bond.Bonds.with;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import viva.contracts.BondStatus;

/** Bonds on random walks: what the status machine does over long times, whatever happens. */
class StatusWalkTest {
    /** The edges of the life model, written down a second time. */
    static final Map<BondStatus, Set<BondStatus>> EDGES = new EnumMap<>(Map.ofEntries(
            Map.entry(STRANGERS, Set.of(ACQUAINTANCES)),
            Map.entry(ACQUAINTANCES, Set.of(FRIENDS, STRANGERS)),
            Map.entry(FRIENDS, Set.of(CLOSE_FRIENDS, ACQUAINTANCES, CRUSH, COMPLICATED)),
            Map.entry(CLOSE_FRIENDS, Set.of(BEST_FRIENDS, FRIENDS, CRUSH, COMPLICATED)),
            Map.entry(BEST_FRIENDS, Set.of(CLOSE_FRIENDS, CRUSH, COMPLICATED)),
            Map.entry(CRUSH, Set.of(MUTUAL_CRUSH, FRIENDS, COMPLICATED)),
            Map.entry(MUTUAL_CRUSH, Set.of(DATING, CRUSH, COMPLICATED)),
            Map.entry(DATING, Set.of(PARTNERS, COMPLICATED, EX)),
            Map.entry(PARTNERS, Set.of(COMPLICATED, EX)),
            Map.entry(COMPLICATED, Set.of(FRIENDS, STRANGERS, DATING)),
            Map.entry(EX, Set.of(STRANGERS, FRIENDS))));

    private static final List<BondStatus> STATUSES = List.of(BondStatus.values());

    @Test
    void every_edge_of_the_model_is_taken_and_no_other() {
        Map<BondStatus, Set<BondStatus>> taken = new EnumMap<>(BondStatus.class);
        for (BondStatus status : BondStatus.values()) {
            taken.put(status, EnumSet.noneOf(BondStatus.class));
        }

        for (int seed = 0; seed < 80; seed++) {
            List<BondStatus> path = walk(new Random(seed), 5_000);
            for (int i = 1; i < path.size(); i++) {
                if (path.get(i) != path.get(i - 1)) {
                    taken.get(path.get(i - 1)).add(path.get(i));
                }
            }
        }

        assertThat(taken).isEqualTo(EDGES);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void trembling_numbers_never_make_a_status_flap(long seed) {
        Random chance = new Random(seed);
        for (int i = 0; i < 400; i++) {
            Bond bond = anyBond(chance);
            Deltas up = new Deltas(0.014, 0.014, 0.014, 0.014);
            Deltas down = new Deltas(-0.014, -0.014, -0.014, -0.014);
            List<BondStatus> left = new ArrayList<>();

            for (int step = 0; step < 100; step++) {
                Bond next = bond.evolve(Side.FIRST, step % 2 == 0 ? up : down, hour(1), PARAMETERS)
                        .after();
                if (next.status() != bond.status()) {
                    left.add(bond.status());
                    assertThat(left).as("seed %d bond %d", seed, i).doesNotContain(next.status());
                }
                bond = next;
            }
        }
    }

    private static Bond anyBond(Random chance) {
        BondStatus status = STATUSES.get(chance.nextInt(STATUSES.size()));
        return with(status, chance.nextDouble(), chance.nextDouble(), chance.nextDouble(), chance.nextDouble());
    }

    /** The statuses that one pair goes through in a life of good and bad weeks. */
    private static List<BondStatus> walk(Random chance, int steps) {
        List<BondStatus> path = new ArrayList<>();
        Bond bond = strangers();
        double hours = 0;
        double weather = 0;
        for (int i = 0; i < steps; i++) {
            weather = i % 40 == 0 ? chance.nextGaussian() * 0.06 : weather;
            hours += chance.nextInt(20) == 0 ? chance.nextInt(20_000) : chance.nextInt(48);
            Side side = chance.nextBoolean() ? Side.FIRST : Side.SECOND;
            bond = chance.nextInt(20) == 0 ? decided(bond, hours, chance) : met(bond, side, weather, hours, chance);
            path.add(bond.status());
        }
        return path;
    }

    private static Bond decided(Bond bond, double hours, Random chance) {
        TurningPoint turningPoint = chance.nextBoolean() ? TurningPoint.YES_TO_DATING : TurningPoint.BREAK_UP;
        return bond.decide(turningPoint, hour(hours)).map(Evolution::after).orElse(bond);
    }

    private static Bond met(Bond bond, Side side, double weather, double hours, Random chance) {
        Deltas deltas = new Deltas(
                Math.abs(chance.nextGaussian()) * 0.05 - 0.01,
                chance.nextGaussian() * 0.05 + weather,
                chance.nextGaussian() * 0.05 + weather,
                chance.nextGaussian() * 0.10 + weather);
        return bond.evolve(side, deltas, hour(hours), PARAMETERS).after();
    }
}
