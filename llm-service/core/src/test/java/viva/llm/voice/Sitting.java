package viva.llm.voice;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import viva.contracts.Author;
import viva.contracts.DialogueAct;
import viva.contracts.Reading;
import viva.contracts.SaidHash;
import viva.contracts.message.SpeakV1;

/** A talk of an owner with an avatar, remembered for requests as the life service does: 20 lines, and hashes of the whole sitting. */
final class Sitting {
    private static final int RECENT = 20;

    private final OfflineVoice voice;
    private final Requests who;
    private final List<SpeakV1.Line> lines = new ArrayList<>();
    private final Set<Integer> said = new LinkedHashSet<>();
    private final int seed;

    Sitting(OfflineVoice voice, Requests who, int seed) {
        this.voice = voice;
        this.who = who;
        this.seed = seed;
    }

    /** What the avatar answers. */
    String hear(String message, List<SpeakV1.News> news, DialogueAct act, Reading reading) {
        SpeakV1 asked = who.after(List.copyOf(lines.subList(Math.max(0, lines.size() - RECENT), lines.size())))
                .hearing(message, seed * 1_000 + lines.size());
        SpeakV1 request = asked.acting(act)
                .telling(news)
                .in(new SpeakV1.Context(null, false, false, null, null, false, reading, null, hashes(), List.of()));
        String answer = voice.speak(request).content();
        lines.add(new SpeakV1.Line(Author.OWNER, message));
        lines.add(new SpeakV1.Line(Author.AVATAR, answer));
        said.addAll(SaidHash.ofSentences(answer));
        return answer;
    }

    String hear(String message) {
        return hear(message, List.of(), null, null);
    }

    private List<Integer> hashes() {
        List<Integer> all = List.copyOf(said);
        return all.subList(Math.max(0, all.size() - SpeakV1.Context.MOST_HASHES), all.size());
    }
}
