package viva.society.talk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import viva.contracts.AvatarProfile;
import viva.contracts.BondStatus;
import viva.contracts.message.SpeakV1;
import viva.life.conversation.Encounter;
import viva.life.conversation.Line;
import viva.life.encounter.Turns;
import viva.life.mind.Lives;
import viva.life.voice.Phrasing;
import viva.llm.voice.OfflineVoice;
import viva.llm.voice.Words;

/** Words encounters in one language, turn by turn, by the requests that the life service makes. */
final class Wording {
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

    WordedTalk of(Encounter encounter, AvatarProfile host) {
        Encounter worded = inLocale(encounter);
        AvatarProfile speaker = inLocale(host);
        List<Line> said = new ArrayList<>();
        List<WordedTalk.Line> lines = new ArrayList<>();
        for (int turn = 0; turn < worded.script().turns(); turn++) {
            SpeakV1 request = Turns.request(lives, worded, turn, speaker, said, Instant.EPOCH);
            Words words = voice.speak(request);
            said.add(Turns.line(worded, turn, request.state(), words.content(), words.tone(), Phrasing.OFFLINE));
            lines.add(new WordedTalk.Line(
                    worded.speaker(turn).name(),
                    worded.act(turn),
                    worded.script().topic(turn),
                    words.content()));
        }
        return new WordedTalk(worded.host().name(), worded.guest().name(), status(worded), lines);
    }

    /** What the guest is to the host. */
    private static BondStatus status(Encounter encounter) {
        return encounter
                .host()
                .mind()
                .relations()
                .circle()
                .of(encounter.guest().id())
                .status();
    }

    private Encounter inLocale(Encounter encounter) {
        Encounter.Side guest = encounter.guest();
        return new Encounter(
                encounter.id(),
                encounter.host(),
                new Encounter.Side(guest.id(), guest.owner(), guest.name(), guest.mind(), inLocale(guest.profile())),
                encounter.voiced(),
                encounter.worthTelling(),
                encounter.script(),
                encounter.outcome(),
                encounter.spoken(),
                encounter.landed(),
                encounter.reason(),
                encounter.endedAt());
    }

    private AvatarProfile inLocale(AvatarProfile profile) {
        return new AvatarProfile(
                profile.name(), profile.bio(), profile.gender(), profile.age(), locale, profile.personality());
    }
}
