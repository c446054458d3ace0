package viva.llm.voice;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import viva.contracts.message.SpeakV1;
import viva.llm.crisis.CrisisAnswer;
import viva.llm.hearing.Gist;
import viva.llm.hearing.Heard;
import viva.llm.hearing.Listener;
import viva.llm.phrasebook.Chance;
import viva.llm.phrasebook.Language;
import viva.llm.phrasebook.Phrasebook;
import viva.llm.recall.Recalled;

/**
 * Speaks for an avatar without a language model, in character and in the language of its profile. What it says of itself is true
 * of its state. A pure function of the request: the same message id gets the same words on every machine. Safe for concurrent
 * use; takes microseconds. Loading it reads the phrasebooks once.
 */
public final class OfflineVoice {
    /** The longest answer, in UTF-16 characters: a chat line, not a letter. */
    public static final int MOST_CHARS = 400;

    /** Other wordings that are tried before an answer repeats an earlier one. */
    private static final int ATTEMPTS = 12;

    private final Map<Language, Phrasebook> phrasebooks = new EnumMap<>(Language.class);
    private final Map<Language, Attention> attention = new EnumMap<>(Language.class);
    private final Listener listener = new Listener();
    private final Remembering remembering = new Remembering(listener);
    private final CrisisAnswer crisis = new CrisisAnswer();

    public OfflineVoice() {
        for (Language language : Language.values()) {
            Phrasebook phrasebook = Phrasebook.load(language);
            phrasebooks.put(language, phrasebook);
            attention.put(language, new Attention(language, phrasebook, listener));
        }
    }

    /**
     * Words for the occasion of the request: an answer to {@link SpeakV1#said()}, a turn of a conversation between avatars, a
     * greeting, a first word or a thought. Never empty, at most {@value #MOST_CHARS} characters; a thought at most 160.
     */
    public Words speak(SpeakV1 request) {
        Draft draft = draft(request);
        return new Words(draft.content(), draft.tone().label(), draft.memories());
    }

    /** Fixed words, whatever else was said, and whether it sleeps or not, in the language that the owner wrote in. */
    private Draft crisis(SpeakV1 request) {
        String owners = request.context().locale();
        Language expected = Language.of(owners == null ? request.profile().locale() : owners);
        Language written = listener.hear(request.said(), expected).language();
        List<String> parts = crisis.parts(
                written, request.context().country(), request.messageId().value());
        return new Draft(
                List.of(
                        new Draft.Part("crisis.hear", parts.get(0)),
                        new Draft.Part("crisis.help", parts.get(1)),
                        new Draft.Part("crisis.stay", parts.get(2))),
                Tone.GENTLE);
    }

    Draft draft(SpeakV1 request) {
        Language language = Language.of(request.profile().locale());
        Heard heardNow = request.occasion() == SpeakV1.Occasion.ANSWER
                ? listener.hear(request.said(), language)
                : listener.hearPhrases(request.said(), language);
        Heard understood = Weight.leading(request, Meaning.of(request.context().reading(), heardNow));
        if (understood.gist() == Gist.DISTRESS && request.occasion() == SpeakV1.Occasion.ANSWER) {
            return crisis(request);
        }
        if (request.context().forgetting() != null && request.occasion() == SpeakV1.Occasion.ANSWER) {
            return Forgetting.draft(request, understood.language(), phrasebooks.get(language), listener);
        }
        Optional<Recalled> recalled = remembering.recalled(request, understood);
        Recollection recollection = Recollection.of(request, understood, listener, language)
                .with(
                        recalled,
                        remembering.telling(request, understood),
                        remembering.reminders(request, understood, recalled));
        Heard heard = recollection.heard(understood);
        Scene scene = Scene.of(request, heard, recollection, language, attention.get(language));
        Draft draft = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Chance chance = new Chance(request.messageId().value(), attempt);
            draft = new Composer(scene, phrasebooks.get(language), chance).compose();
            if (!recollection.repeats(draft.content())) {
                return draft.from(recollection.reminders());
            }
        }
        boolean toBeRepeated = !scene.isToOwner() || heard.gist() == Gist.DISTRESS;
        return toBeRepeated
                ? draft.from(recollection.reminders())
                : new Composer(
                                scene,
                                phrasebooks.get(language),
                                new Chance(request.messageId().value(), ATTEMPTS))
                        .otherwiseAlone();
    }
}
