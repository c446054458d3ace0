package viva.life.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import viva.contracts.Author;
import viva.contracts.Mention;
import viva.contracts.SaidHash;
import viva.contracts.message.SpeakV1;

/** The end of a talk between an avatar and its owner: what requests for words are told of it. */
public final class Sitting {
    /** Messages that a sitting is remembered by at most. */
    public static final int MOST_MESSAGES = 100;

    /** So long nobody says anything within a sitting. */
    public static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);

    private Sitting() {}

    /** The latest lines, the oldest first. */
    public static List<SpeakV1.Line> recent(List<Spoken> talk) {
        return talk.subList(Math.max(0, talk.size() - SpeakV1.MOST_LINES), talk.size()).stream()
                .map(Spoken::line)
                .toList();
    }

    /** The avatars that are named in a talk. */
    public static List<Mention> mentions(List<Spoken> talk) {
        return talk.stream()
                .flatMap(spoken -> spoken.about().stream())
                .distinct()
                .toList();
    }

    /** Hashes of the sentences that the avatar said in this sitting, and in the latest lines at any rate; the oldest first. */
    public static List<Integer> saidBefore(List<Spoken> talk, Instant now) {
        int from = Math.min(beginning(talk, now), Math.max(0, talk.size() - SpeakV1.MOST_LINES));
        Set<Integer> hashes = new LinkedHashSet<>();
        for (Spoken spoken : talk.subList(from, talk.size())) {
            if (spoken.author() == Author.AVATAR) {
                hashes.addAll(SaidHash.ofSentences(spoken.content()));
            }
        }
        List<Integer> all = List.copyOf(hashes);
        return all.subList(Math.max(0, all.size() - SpeakV1.Context.MOST_HASHES), all.size());
    }

    private static int beginning(List<Spoken> talk, Instant now) {
        Instant later = now;
        int from = talk.size();
        while (from > 0 && Duration.between(talk.get(from - 1).at(), later).compareTo(LONGEST_SILENCE) <= 0) {
            from--;
            later = talk.get(from).at();
        }
        return from;
    }
}
