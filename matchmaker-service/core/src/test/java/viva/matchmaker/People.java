package viva.matchmaker;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import viva.contracts.AccountId;
import viva.contracts.AttachmentStyle;
import viva.contracts.AvatarId;
import viva.contracts.HumorStyle;
import viva.contracts.LoveLanguage;
import viva.contracts.Personality;
import viva.contracts.UnitInterval;
import viva.matchmaker.index.Person;

/** Random people for property tests: the same seed, the same people. */
public final class People {
    private static final List<String> WORDS =
            IntStream.range(0, 150).mapToObj(n -> "word " + n).toList();

    private People() {}

    public static List<Person> some(int count, long seed) {
        Random chance = new Random(seed);
        return Stream.generate(() -> one(chance)).limit(count).toList();
    }

    public static Person one(Random chance) {
        AvatarId id = new AvatarId(new UUID(chance.nextLong(), chance.nextLong()));
        return new Person(id, new AccountId(new UUID(0, chance.nextInt(50))), personality(chance));
    }

    public static Personality personality(Random chance) {
        return new Personality(
                unit(chance),
                unit(chance),
                unit(chance),
                unit(chance),
                unit(chance),
                oneOf(List.of(HumorStyle.values()), chance),
                oneOf(List.of(LoveLanguage.values()), chance),
                oneOf(List.of(AttachmentStyle.values()), chance),
                words(chance),
                words(chance));
    }

    private static UnitInterval unit(Random chance) {
        return new UnitInterval(chance.nextDouble());
    }

    private static List<String> words(Random chance) {
        return chance.ints(chance.nextInt(8), 0, WORDS.size())
                .mapToObj(WORDS::get)
                .distinct()
                .toList();
    }

    private static <T> T oneOf(List<T> options, Random chance) {
        return options.get(chance.nextInt(options.size()));
    }
}
