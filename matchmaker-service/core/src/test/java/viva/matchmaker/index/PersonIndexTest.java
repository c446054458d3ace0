package viva.matchmaker.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import viva.contracts.AvatarId;
import viva.matchmaker.People;
import viva.matchmaker.score.Scoring;

class PersonIndexTest {
    private final PersonIndex index = new PersonIndex();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_scan_finds_what_scoring_everybody_finds(long seed) {
        List<Person> people = People.some(3_000, seed);
        people.forEach(index::put);
        Person self = people.get(17);

        List<Found> best = index.best(self.id(), 50, Set.of());

        List<Found> expected = scored(self, people).subList(0, 50);
        assertThat(best).hasSize(50);
        for (int i = 0; i < 50; i++) {
            assertThat(best.get(i).total())
                    .as("rank %d of seed %d", i, seed)
                    .isCloseTo(expected.get(i).total(), within(1e-6));
        }
    }

    @Test
    void nobody_is_offered_oneself_nor_anybody_of_the_same_owner() {
        List<Person> people = People.some(500, 4);
        people.forEach(index::put);
        Person self = people.get(3);

        List<Found> all = index.best(self.id(), 1_000, Set.of());

        List<AvatarId> family = people.stream()
                .filter(p -> p.owner().equals(self.owner()))
                .map(Person::id)
                .toList();
        assertThat(family).hasSizeGreaterThan(3);
        assertThat(all).hasSize(500 - family.size());
        assertThat(all).extracting(Found::id).doesNotContainAnyElementsOf(family);
    }

    @Test
    void the_excluded_are_left_out_and_the_next_ones_move_up() {
        List<Person> people = People.some(500, 5);
        people.forEach(index::put);
        List<Found> before = index.best(people.getFirst().id(), 20, Set.of());
        Set<AvatarId> excluded = Set.of(before.get(0).id(), before.get(2).id());

        List<Found> after = index.best(people.getFirst().id(), 18, excluded);

        List<Found> left = new ArrayList<>(before);
        left.removeIf(found -> excluded.contains(found.id()));
        assertThat(after).isEqualTo(left);
    }

    @Test
    void it_follows_a_model_through_random_changes() {
        Random chance = new Random(6);
        List<Person> model = new ArrayList<>();
        for (int step = 0; step < 4_000; step++) {
            if (model.isEmpty() || chance.nextInt(3) > 0) {
                Person person = People.one(chance);
                model.add(person);
                index.put(person);
            } else if (chance.nextBoolean()) {
                index.remove(model.remove(chance.nextInt(model.size())).id());
            } else {
                Person old = model.remove(chance.nextInt(model.size()));
                Person changed = new Person(old.id(), old.owner(), People.personality(chance));
                model.add(changed);
                index.put(changed);
            }
        }

        assertThat(index.size()).isEqualTo(model.size());
        Person self = model.get(10);
        List<Found> found = index.best(self.id(), model.size(), Set.of());
        assertThat(found)
                .extracting(Found::id)
                .containsExactlyInAnyOrderElementsOf(
                        scored(self, model).stream().map(Found::id).toList());
        assertThat(found.getFirst().total())
                .isCloseTo(scored(self, model).getFirst().total(), within(1e-6));
    }

    @Test
    void strangers_to_the_index_find_nobody() {
        AvatarId nobody = AvatarId.of("00000000-0000-7000-8000-000000000001");

        index.remove(nobody);

        assertThat(index.best(nobody, 10, Set.of())).isEmpty();
    }

    private static List<Found> scored(Person self, List<Person> people) {
        return people.stream()
                .filter(p -> !p.owner().equals(self.owner()))
                .map(p -> new Found(
                        p.id(),
                        Scoring.score(self.personality(), p.personality()).total()))
                .sorted(Comparator.comparingDouble(Found::total).reversed())
                .toList();
    }
}
