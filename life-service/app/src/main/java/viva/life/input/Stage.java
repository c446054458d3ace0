package viva.life.input;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import viva.contracts.Author;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.ConversationType;
import viva.contracts.StateView;
import viva.contracts.TalkTopic;
import viva.contracts.VoiceKind;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.ConversationMessageV1;
import viva.contracts.message.SpeakV1;
import viva.life.clock.World;
import viva.life.conversation.Ask;
import viva.life.conversation.Encounter;
import viva.life.conversation.Line;
import viva.life.mind.Input;
import viva.life.mind.Mind;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.Outgoing;
import viva.platform.messaging.Topology;

/** Puts the turns of encounters into words: one after the other as they take place, or all at once for whoever reads them later. */
public final class Stage {
    private final World world;
    private final MessageFactory messages;
    private final Company company;
    private final Duration deadline;

    Stage(World world, MessageFactory messages, Company company, Duration deadline) {
        this.world = world;
        this.messages = messages;
        this.company = company;
        this.deadline = deadline;
    }

    /** The next turn of a voiced encounter is due: its words are asked for. */
    Reception turn(Encounter due, Scene scene) {
        Encounter encounter = scene.encounter(due.id());
        if (encounter == null || encounter.isTold() || encounter.spoken() >= encounter.toSpeak()) {
            return new Reception.Ignored("there is no such turn");
        }
        int turn = encounter.spoken();
        AvatarProfile host = scene.profile(encounter.host().id());
        if (host == null || scene.ask(encounter.message(turn)) != null) {
            return new Reception.Ignored("its words were asked for, or the host is gone");
        }
        SpeakV1 request = request(world, encounter, turn, host, scene.lines(encounter.id()), deadline);
        UUID id = MessageFactory.derivedId(encounter.message(turn).value(), "speak");
        CloudEvent<SpeakV1> envelope = messages.first(id, encounter.turnAt(turn), request);
        scene.ledger().ask(new Ask(envelope, request.deadline()));
        scene.ledger().say(Outgoing.command(envelope, Topology.LLM_CONVERSATION).until(request.deadline()));
        return new Reception.Taken();
    }

    /** What to ask for the words of one turn. {@code lines} are those before it. */
    public static SpeakV1 request(
            World world, Encounter encounter, int turn, AvatarProfile host, List<Line> lines, Duration deadline) {
        Encounter.Side speaker = encounter.speaker(turn);
        Encounter.Side listener = encounter.listener(turn);
        boolean hosts = encounter.isHost(speaker);
        AvatarProfile profile = hosts ? host : speaker.profile();
        List<SpeakV1.Line> recent = new ArrayList<>();
        for (Line line : lines.subList(0, Math.min(turn, lines.size()))) {
            Author author = line.speaker().equals(speaker.id()) ? Author.AVATAR : Author.PARTNER;
            recent.add(new SpeakV1.Line(author, line.content()));
        }
        String said = recent.isEmpty() ? "" : recent.removeLast().content();
        String status =
                speaker.mind().relations().circle().of(listener.id()).status().label();
        return new SpeakV1(
                encounter.host().id(),
                encounter.id(),
                encounter.message(turn),
                encounter.message(turn),
                profile,
                state(world, encounter, turn, profile),
                recent,
                said,
                world.realNow().plus(deadline),
                SpeakV1.Occasion.TURN,
                encounter.act(turn),
                new SpeakV1.Partner(listener.id(), listener.name(), status),
                topic(encounter, turn),
                List.of(),
                Contexts.ofTurn(encounter, turn, host, lines.subList(0, Math.min(turn, lines.size())))
                        .after(cue(encounter, turn)));
    }

    /** What the partner just did; null at the beginning. */
    private static SpeakV1.Cue cue(Encounter encounter, int turn) {
        return turn == 0 ? null : new SpeakV1.Cue(encounter.act(turn - 1), topic(encounter, turn - 1));
    }

    private static String topic(Encounter encounter, int turn) {
        TalkTopic topic = encounter.script().topic(turn);
        return topic == TalkTopic.NOTHING ? null : topic.label();
    }

    /** How the speaker is at its turn: its mind as the conversation began, lived on with what was said since. */
    private static StateView state(World world, Encounter encounter, int turn, AvatarProfile profile) {
        Encounter.Side speaker = encounter.speaker(turn);
        Encounter.Side partner = encounter.listener(turn);
        Mind begun = world.lives()
                .apply(
                        speaker.mind(),
                        new Input.Met(
                                speaker.mind().asOf(),
                                partner.id(),
                                encounter.id(),
                                encounter.isHost(speaker),
                                encounter.script().acts(),
                                encounter.script().humorMatch(),
                                encounter.script().overlap(),
                                encounter.turnAt(0),
                                encounter.script().topics()))
                .mind();
        return world.lives().view(begun, encounter.turnAt(turn), profile.locale());
    }

    /** The words of a turn were found. */
    void spoke(CloudEvent<?> cause, Ask ask, String content, String tone, String voice, Scene scene) {
        SpeakV1 request = ask.request().data();
        Encounter encounter = scene.encounter(request.conversationId());
        scene.ledger().answer(ask);
        if (encounter == null
                || encounter.isTold()
                || encounter.spoken() >= encounter.toSpeak()
                || !encounter.message(encounter.spoken()).equals(request.messageId())) {
            return;
        }
        int turn = encounter.spoken();
        Line line = line(encounter, turn, request.state(), content, tone, voice);
        scene.ledger().say(line);
        Encounter further = encounter.spoken(turn + 1);
        scene.ledger().keep(further);
        for (Encounter.Side side : encounter.sides()) {
            tell(cause, encounter, side, line, scene);
        }
        if (further.isTold()) {
            company.end(further, scene);
        }
    }

    /** One turn with its words. */
    public static Line line(Encounter encounter, int turn, StateView state, String content, String tone, String voice) {
        return new Line(
                encounter.id(),
                turn,
                encounter.message(turn),
                encounter.speaker(turn).id(),
                encounter.act(turn),
                content,
                tone,
                voice,
                state.mood(),
                state.emotions(),
                encounter.turnAt(turn));
    }

    /** How the other one felt is not for this owner to know. */
    private void tell(CloudEvent<?> cause, Encounter encounter, Encounter.Side side, Line line, Scene scene) {
        Encounter.Side other = encounter.other(side);
        AvatarId speaker = line.speaker();
        boolean own = speaker.equals(side.id());
        ConversationMessageV1 event = new ConversationMessageV1(
                side.id(),
                side.owner(),
                encounter.id(),
                ConversationType.AVATAR,
                line.id(),
                null,
                own ? Author.AVATAR : Author.PARTNER,
                line.content(),
                own ? line.mood() : 0,
                own ? line.emotions() : null,
                line.tone(),
                speaker,
                other.id(),
                other.name(),
                line.act(),
                VoiceKind.of(line.voice()));
        UUID id = MessageFactory.derivedId(line.id().value(), "said to " + side.id());
        scene.ledger().say(Outgoing.event(messages.causedBy(cause, id, line.at(), event)));
    }
}
