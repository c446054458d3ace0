package viva.society.talk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import viva.contracts.Author;
import viva.contracts.AvatarProfile;
import viva.contracts.BondStatus;
import viva.contracts.MessageId;
import viva.contracts.SaidHash;
import viva.contracts.TalkTopic;
import viva.contracts.WorldTime;
import viva.contracts.message.SpeakV1;
import viva.life.mind.Input;
import viva.life.mind.Lives;
import viva.life.mind.Mind;
import viva.life.talk.Script;
import viva.life.talk.Talk;
import viva.llm.voice.OfflineVoice;
import viva.society.world.Agreement;
import viva.society.world.Inhabitant;

/** Words conversations as the life service has them worded: turn by turn, each from how its speaker is by then and from what was said. */
final class Wording {
    private static final String[] NAMES = {
        "Luna", "Sol", "Mira", "Theo", "Ada", "Noa", "Iris", "Juno", "Kai", "Lia", "Milo", "Nina", "Otto", "Pia",
        "Remy", "Suri", "Tomas", "Uma", "Vera", "Wim", "Yara", "Zeno", "Alma", "Bruno", "Clara", "Dario", "Elif",
        "Fritz", "Gaia", "Hugo", "Ines", "Jonas", "Kira", "Leo", "Maya", "Nils", "Olga", "Paul", "Rosa", "Simon"
    };

    private final Lives lives;
    private final String locale;
    private final OfflineVoice voice = new OfflineVoice();

    Wording(Lives lives, String locale) {
        this.lives = lives;
        this.locale = locale;
    }

    String locale() {
        return locale;
    }

    WordedTalk of(Agreement agreement, Talk.Plan plan) {
        Side host = side(agreement.host(), agreement.hostMind(), agreement.met(true, plan));
        Side guest = side(agreement.guest(), agreement.guestMind(), agreement.met(false, plan));
        Script script = script(agreement.met(true, plan));
        List<WordedTalk.Line> lines = new ArrayList<>();
        for (int turn = 0; turn < script.turns(); turn++) {
            Side speaker = script.isMine(turn) ? host : guest;
            Side listener = script.isMine(turn) ? guest : host;
            SpeakV1 request = request(script, turn, speaker, listener, lines);
            String words = voice.speak(request).content();
            lines.add(new WordedTalk.Line(speaker.name(), script.act(turn), script.topic(turn), words));
        }
        return new WordedTalk(host.name(), guest.name(), host.sees(guest), lines);
    }

    /** One of the two, with its mind as the conversation began. */
    private record Side(Inhabitant who, String name, Mind mind) {
        /** What the other one is to it. */
        BondStatus sees(Side other) {
            return mind.relations().circle().of(other.who.id()).status();
        }
    }

    private Side side(Inhabitant who, Mind before, Input.Met met) {
        return new Side(who, name(who), lives.apply(before, met).mind());
    }

    private static Script script(Input.Met met) {
        return Script.of(
                met.acts(),
                met.topics(),
                met.host(),
                met.startsAt().millis(),
                Script.keyOf(met.conversation()),
                met.humorMatch(),
                met.overlap());
    }

    private SpeakV1 request(Script script, int turn, Side speaker, Side listener, List<WordedTalk.Line> before) {
        List<SpeakV1.Line> recent = recent(before, speaker.name());
        String said = recent.isEmpty() ? "" : recent.removeLast().content();
        MessageId message = new MessageId(new UUID(script.key() ^ 0x9e3779b97f4a7c15L * turn, turn));
        SpeakV1.Partner partner = new SpeakV1.Partner(listener.who().id(), listener.name(), speaker.sees(listener));
        SpeakV1.Frame frame = new SpeakV1.Frame(
                speaker.who().id(),
                null,
                message,
                message,
                new AvatarProfile(
                        speaker.name(), "", null, null, locale, speaker.who().personality()),
                lives.view(speaker.mind(), new WorldTime(script.turnAt(turn)), locale),
                Instant.EPOCH);
        return SpeakV1.turn(frame, recent, said, script.act(turn), partner, topic(script, turn))
                .in(context(script, turn, speaker.name(), before));
    }

    private static SpeakV1.Context context(Script script, int turn, String speaker, List<WordedTalk.Line> before) {
        List<Integer> said = before.stream()
                .filter(line -> line.speaker().equals(speaker))
                .flatMap(line -> SaidHash.ofSentences(line.words()).stream())
                .distinct()
                .toList();
        SpeakV1.Context alone = new SpeakV1.Context(null, false, false, null, null, false, null, null, said, List.of());
        return turn == 0 ? alone : alone.after(new SpeakV1.Cue(script.act(turn - 1), topic(script, turn - 1)));
    }

    private static String topic(Script script, int turn) {
        TalkTopic topic = script.topic(turn);
        return topic == TalkTopic.NOTHING ? null : topic.label();
    }

    private static List<SpeakV1.Line> recent(List<WordedTalk.Line> before, String speaker) {
        List<SpeakV1.Line> recent = new ArrayList<>();
        for (WordedTalk.Line line : before) {
            Author author = line.speaker().equals(speaker) ? Author.AVATAR : Author.PARTNER;
            recent.add(new SpeakV1.Line(author, line.words()));
        }
        return recent;
    }

    /** With a number behind it from the forty-first on. */
    private static String name(Inhabitant one) {
        int round = one.index() / NAMES.length;
        String name = NAMES[one.index() % NAMES.length];
        return round == 0 ? name : name + " " + (round + 1);
    }
}
