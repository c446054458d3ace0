package viva.llm.voice;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import viva.contracts.AttachmentStyle;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.BondStatus;
import viva.contracts.ConversationId;
import viva.contracts.DialogueAct;
import viva.contracts.Emotions;
import viva.contracts.HumorStyle;
import viva.contracts.LoveLanguage;
import viva.contracts.MessageId;
import viva.contracts.Needs;
import viva.contracts.Personality;
import viva.contracts.StateView;
import viva.contracts.UnitInterval;
import viva.contracts.WorldTime;
import viva.contracts.message.SpeakV1;

/** Requests for tests: an average avatar in an average state on a world's forenoon, changed one thing at a time. */
record Requests(AvatarProfile profile, StateView state, List<SpeakV1.Line> recent) {
    static final Emotions NONE = new Emotions(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    static final WorldTime FORENOON = WorldTime.parse("2030-01-01T09:00:00Z");
    private static final AvatarId AVATAR = AvatarId.of("0190a1b2-0000-7000-8000-000000000001");
    private static final AvatarId OTHER = AvatarId.of("0190a1b2-0000-7000-8000-000000000003");
    private static final ConversationId CONVERSATION = ConversationId.of("0190a1b2-0000-7000-8000-000000000002");

    static Requests average() {
        Personality personality = personality(
                .5,
                .5,
                .5,
                .5,
                .5,
                HumorStyle.WITTY,
                LoveLanguage.WORDS,
                AttachmentStyle.SECURE,
                "astronomy",
                "music",
                "tea");
        return new Requests(
                new AvatarProfile("Mira", "", null, null, "en", personality),
                state(60, 60, 60, 60, .1, NONE),
                List.of());
    }

    static Personality personality(
            double o,
            double c,
            double e,
            double a,
            double n,
            HumorStyle humor,
            LoveLanguage love,
            AttachmentStyle attachment,
            String... interests) {
        return new Personality(
                new UnitInterval(o),
                new UnitInterval(c),
                new UnitInterval(e),
                new UnitInterval(a),
                new UnitInterval(n),
                humor,
                love,
                attachment,
                List.of(interests),
                List.of("honesty", "freedom"));
    }

    static StateView state(
            double energy, double social, double stimulation, double comfort, double mood, Emotions emotions) {
        return new StateView(
                new Needs(energy, social, stimulation, comfort),
                energy,
                social,
                stimulation,
                comfort,
                .6,
                mood,
                "content",
                emotions,
                "joy",
                "idle",
                "none",
                null,
                null,
                false,
                FORENOON);
    }

    Requests who(Personality personality) {
        AvatarProfile changed = new AvatarProfile(
                profile.name(), profile.bio(), profile.gender(), profile.age(), profile.locale(), personality);
        return new Requests(changed, state, recent);
    }

    Requests speaking(String locale) {
        AvatarProfile changed = new AvatarProfile(
                profile.name(), profile.bio(), profile.gender(), profile.age(), locale, profile.personality());
        return new Requests(changed, state, recent);
    }

    Requests named(String name) {
        AvatarProfile changed = new AvatarProfile(
                name, profile.bio(), profile.gender(), profile.age(), profile.locale(), profile.personality());
        return new Requests(changed, state, recent);
    }

    Requests in(StateView changed) {
        return new Requests(profile, changed, recent);
    }

    Requests asleep() {
        return in(with(state, state.activity(), state.desire(), null, true, state.worldTime()));
    }

    Requests doing(String activity, String desire, String thought) {
        return in(with(state, activity, desire, thought, state.asleep(), state.worldTime()));
    }

    Requests at(String worldTime) {
        return in(with(
                state, state.activity(), state.desire(), state.thought(), state.asleep(), WorldTime.parse(worldTime)));
    }

    Requests after(List<SpeakV1.Line> lines) {
        return new Requests(profile, state, lines);
    }

    SpeakV1 hearing(String said, int seed) {
        SpeakV1.Frame frame = frame(CONVERSATION, new MessageId(new UUID(7, seed)), "answer " + seed);
        return SpeakV1.answer(frame, recent, said);
    }

    /** A turn of a conversation with Sol; {@code act} may be null. */
    SpeakV1 turn(DialogueAct act, BondStatus status, String said, int seed) {
        SpeakV1.Partner sol = new SpeakV1.Partner(OTHER, "Sol", status);
        return SpeakV1.turn(frame(SpeakV1.Occasion.TURN, seed), recent, said, act, sol, null);
    }

    /** A thought, about somebody when {@code partner} is not null. */
    SpeakV1 thinking(String topic, String partner, int seed) {
        SpeakV1.Partner about = partner == null ? null : new SpeakV1.Partner(OTHER, partner, BondStatus.FRIENDS);
        return SpeakV1.thought(frame(SpeakV1.Occasion.THOUGHT, seed), recent, about, topic);
    }

    SpeakV1 greeting(List<SpeakV1.News> news, int seed) {
        return SpeakV1.greeting(frame(SpeakV1.Occasion.GREETING, seed), recent, news);
    }

    SpeakV1 reachingOut(List<SpeakV1.News> news, int seed) {
        return SpeakV1.reachOut(frame(SpeakV1.Occasion.REACH_OUT, seed), recent).telling(news);
    }

    private SpeakV1.Frame frame(SpeakV1.Occasion occasion, int seed) {
        return frame(occasion == SpeakV1.Occasion.THOUGHT ? null : CONVERSATION, null, occasion + " " + seed);
    }

    private SpeakV1.Frame frame(ConversationId conversation, MessageId inReplyTo, String key) {
        return new SpeakV1.Frame(
                AVATAR,
                conversation,
                inReplyTo,
                new MessageId(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8))),
                profile,
                state,
                Instant.parse("2026-11-01T12:00:05Z"));
    }

    private static StateView with(
            StateView was, String activity, String desire, String thought, boolean asleep, WorldTime time) {
        return new StateView(
                was.needs(),
                was.energy(),
                was.social(),
                was.stimulation(),
                was.comfort(),
                was.wellbeing(),
                was.mood(),
                was.moodLabel(),
                was.emotions(),
                was.dominantEmotion(),
                activity,
                desire,
                thought,
                was.interactingWith(),
                asleep,
                time);
    }
}
