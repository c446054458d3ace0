package viva.life.ownertalk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import viva.contracts.Author;
import viva.contracts.WorldTime;
import viva.contracts.message.SpeakV1;
import viva.life.conversation.Sitting;
import viva.life.conversation.Spoken;
import viva.life.decision.Now;

/**
 * What owners want to be forgotten. How far a wish has come stands in the talk itself: the wish, the avatar's question back, and what the owner says to
 * that. What was said of it before is no longer spoken of.
 */
final class ForgetWishes {
    /** An answer to the question back counts for so long. */
    private static final Duration PATIENCE = Sitting.LONGEST_SILENCE;

    private final OwnerWords words;

    ForgetWishes(OwnerWords words) {
        this.words = words;
    }

    /** Something that was forgotten. */
    private record Forgotten(String about, int index, Instant at) {}

    /** What a message wants to be forgotten, or says to the question back; empty when it is about nothing of the kind. */
    Optional<SpeakV1.Forgetting> in(String said, List<Spoken> talk, Instant now) {
        Optional<String> wish = words.toForget(said);
        if (wish.isPresent()) {
            return wish.map(about -> new SpeakV1.Forgetting(about, SpeakV1.Forgetting.Stage.ASKED));
        }
        return askedBack(talk, talk.size(), now).flatMap(about -> {
            if (words.affirms(said)) {
                return Optional.of(new SpeakV1.Forgetting(about, SpeakV1.Forgetting.Stage.DONE));
            }
            return words.denies(said)
                    ? Optional.of(new SpeakV1.Forgetting(about, SpeakV1.Forgetting.Stage.KEPT))
                    : Optional.empty();
        });
    }

    /** What the avatar asked back about right before a place in the talk. */
    private Optional<String> askedBack(List<Spoken> talk, int place, Instant at) {
        if (place < 2
                || talk.get(place - 1).author() != Author.AVATAR
                || talk.get(place - 2).author() != Author.OWNER
                || Duration.between(talk.get(place - 2).at(), at).compareTo(PATIENCE) > 0) {
            return Optional.empty();
        }
        return words.toForget(talk.get(place - 2).content());
    }

    /** The talk without what was said, before it was forgotten, of what was; {@code now} is what is forgotten just now, or null. */
    List<Spoken> remembered(List<Spoken> talk, SpeakV1.Forgetting now) {
        List<Forgotten> forgotten = forgotten(talk);
        if (now != null && now.stage() == SpeakV1.Forgetting.Stage.DONE) {
            forgotten.add(new Forgotten(now.about(), talk.size(), Instant.MAX));
        }
        if (forgotten.isEmpty()) {
            return talk;
        }
        List<Spoken> left = new ArrayList<>();
        for (int at = 0; at < talk.size(); at++) {
            int index = at;
            String content = talk.get(at).content();
            if (forgotten.stream().noneMatch(each -> index <= each.index() && words.speaksOf(content, each.about()))) {
                left.add(talk.get(at));
            }
        }
        return left;
    }

    /** The memories without those of what was forgotten lately: the avatar service may not have deleted them yet. */
    List<SpeakV1.Memory> remembered(
            List<SpeakV1.Memory> memories, List<Spoken> talk, SpeakV1.Forgetting wish, Now now) {
        if (memories.isEmpty()) {
            return memories;
        }
        List<Forgotten> forgotten = forgotten(talk);
        if (wish != null && wish.stage() == SpeakV1.Forgetting.Stage.DONE) {
            forgotten.add(new Forgotten(wish.about(), talk.size(), now.real()));
        }
        return memories.stream()
                .filter(memory -> forgotten.stream()
                        .noneMatch(each -> isBefore(memory.at(), now.at(each.at()))
                                && words.speaksOf(memory.content(), each.about())))
                .toList();
    }

    private static boolean isBefore(WorldTime memory, WorldTime forgotten) {
        return memory == null || memory.compareTo(forgotten) <= 0;
    }

    private List<Forgotten> forgotten(List<Spoken> talk) {
        List<Forgotten> forgotten = new ArrayList<>();
        for (int at = 2; at < talk.size(); at++) {
            Spoken spoken = talk.get(at);
            if (spoken.author() == Author.OWNER && words.affirms(spoken.content())) {
                int index = at;
                askedBack(talk, at, spoken.at())
                        .ifPresent(about -> forgotten.add(new Forgotten(about, index, spoken.at())));
            }
        }
        return forgotten;
    }
}
