package viva.life.mind;

import static org.assertj.core.api.Assertions.fail;
import static viva.life.mind.People.LIVES;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import viva.contracts.AvatarId;
import viva.contracts.BondStatus;
import viva.contracts.ConversationId;
import viva.contracts.DialogueAct;
import viva.contracts.Emotions;
import viva.contracts.EndReason;
import viva.contracts.Needs;
import viva.contracts.WorldTime;
import viva.life.mind.Input.Spoke;

/** A hundred thousand random events, sent in any order, from any time, with any words. */
class LimitsTest {
    private static final int STEPS = 100_000;
    private static final String[] WORDS = {
        "",
        "I love you",
        "I hate you",
        "stupid idiot, shut up",
        "my mother died",
        "I won!!!",
        "hello?",
        "danke",
        "bye",
        "\uD800",
        "❤❤❤"
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void no_event_takes_a_mind_out_of_its_ranges(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Mind mind = People.newborn(seed, People.random(random));

        for (int step = 0; step < STEPS; step++) {
            Mind before = mind;
            mind = next(mind, random);

            Snapshot now = LIVES.readAt(mind, after(mind, random.nextLong(5_000_000)));
            if (!inRange(now) || !inOrder(before, mind)) {
                fail("seed %d step %d: %s after %s, read as %s", seed, step, mind, before, now);
            }
        }
    }

    private static boolean inOrder(Mind before, Mind after) {
        return after.asOfMillis() >= before.asOfMillis()
                && after.nextTickMillis() > after.asOfMillis()
                && after.asleep() == after.activity().label().equals("sleeping");
    }

    private static Mind next(Mind mind, SplittableRandom random) {
        return switch (random.nextInt(14)) {
            case 10, 11, 12, 13 -> LIVES.apply(mind, encounter(mind, random)).mind();
            case 0, 1, 2, 3, 4 -> mind.resting() ? mind : LIVES.tick(mind).mind();
            case 5, 6 ->
                LIVES.apply(
                                mind,
                                new Input.OwnerMessage(
                                        after(mind, random.nextLong(-10_000_000, 10_000_000)),
                                        WORDS[random.nextInt(WORDS.length)],
                                        new WorldTime(random.nextLong()),
                                        null,
                                        null))
                        .mind();
            case 7 ->
                LIVES.apply(mind, new Spoke(after(mind, random.nextLong(1_000_000))))
                        .mind();
            case 8 ->
                LIVES.liveUntil(mind, after(mind, random.nextLong(100_000_000))).mind();
            default ->
                random.nextInt(50) == 0
                        ? LIVES.liveUntil(mind, after(mind, random.nextLong(10_000_000_000L)))
                                .mind()
                        : MindCodec.decode(MindCodec.encode(mind));
        };
    }

    /** Anything that others may send, in any order, from before and after, with numbers that are none. */
    private static Input encounter(Mind mind, SplittableRandom random) {
        WorldTime at = after(mind, random.nextLong(-5_000_000, 5_000_000));
        AvatarId other = People.avatar(100 + random.nextInt(20));
        ConversationId talk = new ConversationId(new UUID(9, random.nextInt(6)));
        return switch (random.nextInt(14)) {
            case 11 -> new Input.Left(at, other, random.nextBoolean());
            case 12 -> new Input.Paused(at);
            case 13 -> new Input.Resumed(at);
            case 0, 1 -> new Input.Invited(at, other, talk, random.nextBoolean());
            case 2, 3 ->
                new Input.Met(
                        at,
                        other,
                        talk,
                        random.nextBoolean(),
                        acts(random),
                        random.nextDouble(),
                        random.nextDouble(),
                        at);
            case 4 -> new Input.Declined(at, talk, EndReason.EXPLORING);
            case 5 -> new Input.Cut(at, talk);
            case 6 -> new Input.Urged(at, other, talk);
            case 7 -> new Input.OwnerCame(at, random.nextDouble(1e6));
            case 8 -> new Input.Wondered(at);
            case 9 -> new Input.Noticed(at, other, strange(random));
            default ->
                new Input.Tied(
                        at,
                        other,
                        BondStatus.ofCode((byte) random.nextInt(11)),
                        strange(random),
                        strange(random),
                        strange(random),
                        strange(random),
                        random.nextLong(1, 1_000));
        };
    }

    private static double strange(SplittableRandom random) {
        double[] strange = {Double.NaN, Double.NEGATIVE_INFINITY, Double.MAX_VALUE, -1, 2, random.nextDouble()};
        return strange[random.nextInt(strange.length)];
    }

    private static List<DialogueAct> acts(SplittableRandom random) {
        DialogueAct[] all = DialogueAct.values();
        return IntStream.range(0, 1 + random.nextInt(12))
                .mapToObj(turn -> all[random.nextInt(all.length)])
                .toList();
    }

    private static WorldTime after(Mind mind, long millis) {
        return new WorldTime(mind.asOfMillis() + millis);
    }

    private static boolean inRange(Snapshot now) {
        Needs needs = now.needs();
        Emotions e = now.emotions();
        return all(100, needs.energy(), needs.social(), needs.stimulation(), needs.comfort())
                && all(1, e.joy(), e.sadness(), e.anger(), e.fear(), e.surprise(), e.disgust())
                && all(1, e.love(), e.loneliness(), e.curiosity(), e.excitement())
                && all(1, StateViews.wellbeing(needs, now.mood()))
                && now.mood() >= -1
                && now.mood() <= 1;
    }

    private static boolean all(double most, double... values) {
        for (double value : values) {
            if (!(value >= 0 && value <= most)) {
                return false;
            }
        }
        return true;
    }
}
