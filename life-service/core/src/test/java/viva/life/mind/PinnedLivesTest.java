package viva.life.mind;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.life.mind.People.LIVES;
import static viva.life.mind.People.MORNING;
import static viva.life.mind.People.hours;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import viva.contracts.AvatarId;
import viva.contracts.BondStatus;
import viva.contracts.ConversationId;
import viva.contracts.DialogueAct;
import viva.contracts.EndReason;
import viva.contracts.WorldTime;
import viva.life.activity.InConversation;
import viva.life.activity.Socializing;
import viva.life.feeling.FeelingParameters;
import viva.life.talk.Party;
import viva.life.talk.Rapport;
import viva.life.talk.Talk;
import viva.life.tie.Tie;

/**
 * Many lives in which everything that can happen does, pinned by one checksum of all their minds, intents and readings on the way: a change
 * that was meant to change nothing, such as a faster way to the same numbers, shows here when it did.
 */
class PinnedLivesTest {
    /**
     * What each version of the model lived. A change on purpose gives the model a new version and this a new line: samples and journals of
     * older versions are told from what was sampled.
     */
    private static final Map<Integer, Long> OF_VERSION = Map.of(1, 3151094466L);

    private static final int LIVES_LIVED = 200;
    private static final double DAYS = 10;
    private static final String[] WORDS = {
        "Hello!",
        "I love you",
        "Du nervst!",
        "¿Cómo estás?",
        "Minha avó morreu",
        "good night",
        "I got the job!",
        "Thanks"
    };
    private static final DialogueAct[] ACTS = DialogueAct.values();
    private static final BondStatus[] STATUSES = BondStatus.values();
    private static final EndReason[] REASONS = {EndReason.ASLEEP, EndReason.HURT, EndReason.NOT_IN_THE_MOOD};

    /** Those of the first release; what they do to whom they are said to never changes, since journals hold them. */
    private static final int FIRST_ACTS = 16;

    private final CRC32C fingerprint = new CRC32C();
    private final SplittableRandom random = new SplittableRandom(2030);
    private int acts = ACTS.length;
    private boolean planning = true;

    @Test
    void two_hundred_eventful_lives_are_the_same_on_every_machine() {
        assertThat(lived()).as("another life is another version of the model").isEqualTo(OF_VERSION.get(Model.VERSION));
    }

    @Test
    void scripts_that_were_agreed_before_turns_had_topics_are_lived_as_they_were_then() {
        acts = FIRST_ACTS;
        planning = false;

        assertThat(lived()).isEqualTo(2881403255L);
    }

    private long lived() {
        for (int number = 1; number <= LIVES_LIVED; number++) {
            live(People.newborn(number, People.random(random)), hours(MORNING, 24 * DAYS));
        }
        return fingerprint.getValue();
    }

    private void live(Mind newborn, WorldTime end) {
        double pace = .2 + random.nextDouble(6);
        Mind mind = newborn;
        for (WorldTime at = hours(MORNING, 1); at.compareTo(end) < 0; at = hours(at, random.nextDouble(2 * pace))) {
            Outcome outcome = LIVES.apply(mind, input(at, mind));
            mind = outcome.mind();
            pin(outcome);
            pin(LIVES.readAt(mind, hours(at, random.nextDouble(3))));
        }
        pin(LIVES.liveUntil(mind, hours(end, random.nextInt(4) == 0 ? 200 : 20)));
    }

    private Input input(WorldTime at, Mind mind) {
        if (mind.activity() instanceof Socializing seeking && seeking.conversation() != null && random.nextBoolean()) {
            return random.nextInt(4) == 0
                    ? new Input.Declined(at, seeking.conversation(), REASONS[random.nextInt(REASONS.length)])
                    : met(at, mind, seeking.invited() == null ? other() : seeking.invited(), seeking.conversation());
        }
        if (mind.activity() instanceof InConversation talking && random.nextBoolean()) {
            return random.nextInt(4) == 0
                    ? new Input.Cut(at, talking.conversation())
                    : met(at, mind, talking.partner(), talking.conversation());
        }
        return switch (random.nextInt(9)) {
            case 0 -> People.says(at, WORDS[random.nextInt(WORDS.length)]);
            case 1 -> new Input.Spoke(at);
            case 2 -> new Input.OwnerCame(at, random.nextDouble(50));
            case 3 -> new Input.Wondered(at);
            case 4 -> new Input.Urged(at, other(), conversation());
            case 5, 6 -> new Input.Invited(at, other(), conversation(), random.nextInt(3) == 0);
            case 7 ->
                new Input.Tied(
                        at,
                        other(),
                        STATUSES[random.nextInt(STATUSES.length)],
                        random.nextDouble(),
                        random.nextDouble(),
                        random.nextDouble(),
                        random.nextDouble(),
                        1 + random.nextInt(50));
            default -> new Input.Noticed(at, other(), random.nextDouble());
        };
    }

    private Input.Met met(WorldTime at, Mind mind, AvatarId partner, ConversationId conversation) {
        boolean host = random.nextBoolean();
        List<DialogueAct> acts = random.nextBoolean() && planning
                ? planned(at, mind, partner, conversation)
                : List.of(act(), act(), act(), act());
        WorldTime starts = hours(at, random.nextDouble(.1));
        return new Input.Met(at, partner, conversation, host, acts, random.nextDouble(), random.nextDouble(), starts);
    }

    private List<DialogueAct> planned(WorldTime at, Mind mind, AvatarId partner, ConversationId conversation) {
        Tie tie = mind.relations().circle().of(partner);
        Party self = new Party(other(), mind.temperament(), mind.feelings(), random.nextDouble(100), tie);
        Talk.Plan plan = Talk.plan(
                conversation,
                self,
                self,
                new Rapport(random.nextDouble(), random.nextDouble()),
                at.millis(),
                FeelingParameters.DEFAULT);
        pin(plan.toString());
        return plan.acts();
    }

    private DialogueAct act() {
        return ACTS[random.nextInt(acts)];
    }

    private AvatarId other() {
        return People.avatar(1_000 + random.nextInt(24));
    }

    private ConversationId conversation() {
        return new ConversationId(new UUID(random.nextLong(), random.nextLong()));
    }

    private void pin(Outcome outcome) {
        fingerprint.update(MindCodec.encode(outcome.mind()));
        pin(outcome.intents().toString());
    }

    /** The pin is older than the concern and the rest that a reading of a mind tells of, and none of these lives has either. */
    private void pin(Snapshot snapshot) {
        pin(snapshot.toString().replace(", concern=false", "").replace(", resting=false", ""));
    }

    private void pin(String text) {
        fingerprint.update(text.getBytes(StandardCharsets.UTF_8));
    }
}
