package viva.life.mind;

import viva.contracts.DialogueAct;
import viva.life.appraisal.Appraisal;
import viva.life.appraisal.Appraiser;
import viva.life.appraisal.TextReading;
import viva.life.appraisal.Tone;
import viva.life.chance.Purpose;
import viva.life.feeling.Impulses;

/** What an input does to a mind. */
final class Listening {
    private static final long LONGEST_CHAT = 24 * 3_600_000L;

    /** What a message reaches of somebody half asleep. */
    private static final double DROWSY = .5;

    /** Share of the missing comfort that the warmest care makes good. */
    private static final double CARED_FOR = .3;

    /** Share of the missing company that being written to makes good at once. */
    private static final double NOTICED = .1;

    private Listening() {}

    static void hear(Draft mind, Input.OwnerMessage message) {
        TextReading said = message.tones();
        Appraisal appraisal = Appraisal.ofOwner(said);
        boolean distress = Concern.hear(mind, message);
        Impulses impulses = distress
                ? Concern.alarm(message.reading().distress())
                : felt(mind, Appraiser.feel(appraisal, mind.temperament));
        boolean asleep = mind.sleep.asleep();
        mind.relations = mind.relations.ownerCame(mind.now);
        mind.feel(asleep ? impulses.times(DROWSY) : impulses, distress ? 1 : appraisal.importance());
        if (!asleep) {
            mind.openChat(Math.clamp(message.chatUntil().millis(), mind.now + 1, mind.now + LONGEST_CHAT));
            double care = Math.max(said.of(Tone.CARE), .5 * said.of(Tone.AFFECTION));
            mind.write(mind.needsNow().accompanied(NOTICED).comforted(CARED_FOR * care));
        }
        Desires.update(mind);
        DialogueAct act = message.reading() == null ? byTones(said, mind) : AnswerActs.of(message.reading(), mind);
        mind.want(new Intent.Speak(mind.time(), act, asleep));
    }

    static void spoke(Draft mind) {
        mind.feel(felt(mind, Experience.spoke(mind.temperament)), Experience.TRIFLE);
        Desires.update(mind);
    }

    private static Impulses felt(Draft mind, Impulses impulses) {
        return mind.concerned() ? Concern.coloured(impulses) : impulses;
    }

    /** The act to a message of a journal from before there were readings: as it was chosen then. */
    private static DialogueAct byTones(TextReading said, Draft mind) {
        double luck = mind.chance.uniform(mind.tick, Purpose.DIALOGUE_ACT);
        double agreeable = mind.temperament.agreeableness();
        if (said.of(Tone.HOSTILITY) > .4) {
            return luck < agreeable ? DialogueAct.APOLOGISE : DialogueAct.ARGUE;
        }
        if (said.heard(Tone.SAD_NEWS)) {
            return DialogueAct.COMFORT;
        }
        if (said.heard(Tone.FAREWELL) && !said.heard(Tone.QUESTION)) {
            return DialogueAct.GOODBYE;
        }
        if (said.heard(Tone.GOOD_NEWS) || said.heard(Tone.THANKS)) {
            return luck < .5 ? DialogueAct.COMPLIMENT : DialogueAct.AGREE;
        }
        if (said.heard(Tone.QUESTION)) {
            return DialogueAct.DISCLOSE;
        }
        if (said.heard(Tone.PRAISE) || said.heard(Tone.AFFECTION)) {
            return luck < .6 ? DialogueAct.THANK : DialogueAct.COMPLIMENT;
        }
        if (said.heard(Tone.GREETING)) {
            return DialogueAct.GREET;
        }
        return luck < .4 ? DialogueAct.ASK : luck < .8 ? DialogueAct.DISCLOSE : DialogueAct.JOKE;
    }
}
