package viva.life.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import viva.contracts.AttachmentStyle;
import viva.contracts.Author;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.ConversationId;
import viva.contracts.DialogueAct;
import viva.contracts.HumorStyle;
import viva.contracts.LoveLanguage;
import viva.contracts.MessageId;
import viva.contracts.Personality;
import viva.contracts.Reading;
import viva.contracts.SaidHash;
import viva.contracts.UnitInterval;
import viva.contracts.WorldTime;
import viva.contracts.message.SpeakV1;
import viva.life.hearing.Signs;
import viva.life.mind.Input;
import viva.life.mind.Intent;
import viva.life.mind.LifeParameters;
import viva.life.mind.Lives;
import viva.life.mind.Mind;
import viva.life.mind.Outcome;
import viva.llm.understanding.Understanding;
import viva.llm.voice.OfflineVoice;

/** A talk of an owner with one avatar: what reads, the mind, and the offline voice, with nothing between them that is not the product's. */
final class OwnersTalk {
    private static final UnderstandingReader READER = new UnderstandingReader(new Understanding());
    private static final OfflineVoice VOICE = new OfflineVoice();
    private static final Lives LIVES = new Lives(LifeParameters.DEFAULT, 7);
    private static final WorldTime MORNING = WorldTime.parse("2030-01-01T09:00:00Z");
    private static final WorldTime NOON = WorldTime.parse("2030-01-01T12:00:00Z");
    private static final Duration CONCERN = Duration.ofDays(14);
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final List<SpeakV1.News> NEWS = List.of(
            new SpeakV1.News("became_friends", "Nia", 1),
            new SpeakV1.News("explored", null, 1),
            new SpeakV1.News("talked", "Sol", 1));

    /** What a message was read as, what the mind does, and what it says. */
    record Answer(Reading reading, DialogueAct act, String words) {
        @Override
        public String toString() {
            return words + "\n  (" + act.label() + " to " + reading.intents() + reading.tones() + " "
                    + reading.distress() + ")";
        }
    }

    private final String language;
    private final int seed;
    private final Personality personality;
    private final List<SpeakV1.Line> lines = new ArrayList<>();
    private final Set<Integer> said = new LinkedHashSet<>();
    private Mind mind;
    private WorldTime at = NOON;

    private OwnersTalk(String language, double agreeableness, int seed) {
        this.language = language;
        this.seed = seed;
        this.personality = new Personality(
                new UnitInterval(.6),
                new UnitInterval(.5),
                new UnitInterval(.6),
                new UnitInterval(agreeableness),
                new UnitInterval(.4),
                HumorStyle.WITTY,
                LoveLanguage.WORDS,
                AttachmentStyle.SECURE,
                language.equals("pt") ? List.of("astronomia", "chá") : List.of("astronomy", "tea"),
                language.equals("pt") ? List.of("honestidade") : List.of("honesty"));
        this.mind = LIVES.born(new Input.Born(MORNING, avatar(seed), personality));
    }

    static OwnersTalk in(String language, int seed) {
        return in(language, .6, seed);
    }

    static OwnersTalk in(String language, double agreeableness, int seed) {
        return new OwnersTalk(language, agreeableness, seed);
    }

    private static AvatarId avatar(int seed) {
        return new AvatarId(id(seed));
    }

    private static UUID id(long number) {
        return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L | number * 0x9E37_79B9L);
    }

    Answer hear(String message) {
        at = new WorldTime(at.millis() + MINUTE);
        Reading reading = READER.read(message, Locale.forLanguageTag(tag()));
        WorldTime chatUntil = new WorldTime(at.millis() + 10 * MINUTE);
        WorldTime concernUntil = new WorldTime(at.millis() + CONCERN.toMillis());
        Outcome heard = LIVES.apply(mind, new Input.OwnerMessage(at, message, chatUntil, reading, concernUntil));
        mind = heard.mind();
        DialogueAct act = heard.intents().stream()
                .filter(Intent.Speak.class::isInstance)
                .map(intent -> ((Intent.Speak) intent).act())
                .findFirst()
                .orElseThrow();
        String words = VOICE.speak(request(message, act, reading)).content();
        lines.add(new SpeakV1.Line(Author.OWNER, message));
        lines.add(new SpeakV1.Line(Author.AVATAR, words));
        said.addAll(SaidHash.ofSentences(words));
        return new Answer(reading, act, words);
    }

    private String tag() {
        return language.equals("pt") ? "pt-BR" : "en-US";
    }

    private SpeakV1 request(String message, DialogueAct act, Reading reading) {
        boolean today = Signs.intent("asks_day", "asks_doing", "asks_friends").test(reading);
        SpeakV1.Frame frame = new SpeakV1.Frame(
                avatar(seed),
                new ConversationId(id(1)),
                new MessageId(id(seed * 1_000L + lines.size())),
                new MessageId(id(seed * 1_000L + lines.size() + 1)),
                new AvatarProfile("Mira", "", null, null, language, personality),
                LIVES.view(mind, at, language),
                Instant.EPOCH);
        return SpeakV1.answer(frame, lines, message)
                .acting(act)
                .telling(today ? NEWS : List.of())
                .in(new SpeakV1.Context(
                        null,
                        false,
                        false,
                        tag(),
                        language.equals("pt") ? "BR" : "US",
                        mind.concernedAt(at.millis()),
                        reading,
                        null,
                        List.copyOf(said),
                        List.of()));
    }
}
