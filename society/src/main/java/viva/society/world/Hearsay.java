package viva.society.world;

import java.util.ArrayList;
import java.util.List;
import viva.contracts.AccountId;
import viva.contracts.WorldTime;
import viva.life.mind.Input;
import viva.life.mind.Lives;
import viva.matchmaker.index.Found;
import viva.matchmaker.index.Person;
import viva.matchmaker.index.PersonIndex;

/** Whom people hear of before they meet: the best that the matchmaker finds for them in their own town. */
final class Hearsay {
    /** A scan is exact and costs as much as there are people in the town. */
    private static final int TOWN = 5_000;

    private static final int PROSPECTS = 3;

    /** What is worth telling. */
    private static final double PROMISING = .45;

    private Hearsay() {}

    static void spread(Inhabitant[] people, Lives lives, WorldTime at) {
        for (int from = 0; from < people.length; from += TOWN) {
            int to = Math.min(people.length, from + TOWN);
            PersonIndex index = new PersonIndex();
            for (int i = from; i < to; i++) {
                AccountId owner = new AccountId(people[i].id().value());
                index.put(new Person(people[i].id(), owner, people[i].personality()));
            }
            for (int i = from; i < to; i++) {
                tell(people[i], index, lives, at);
            }
        }
    }

    private static void tell(Inhabitant one, PersonIndex index, Lives lives, WorldTime at) {
        List<Wish> none = new ArrayList<>();
        for (Found found : index.best(one.id(), PROSPECTS, List.of())) {
            if (found.total() > PROMISING) {
                one.receive(lives, new Input.Noticed(at, found.id(), found.total()), none);
            }
        }
    }
}
