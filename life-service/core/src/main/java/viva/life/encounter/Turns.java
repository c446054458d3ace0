package viva.life.encounter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import viva.contracts.Author;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.BondStatus;
import viva.contracts.ConversationType;
import viva.contracts.DerivedId;
import viva.contracts.DialogueAct;
import viva.contracts.SaidHash;
import viva.contracts.StateView;
import viva.contracts.TalkTopic;
import viva.contracts.VoiceKind;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.ConversationMessageV1;
import viva.contracts.message.SpeakV1;
import viva.life.conversation.Ask;
import viva.life.conversation.Encounter;
import viva.life.conversation.Line;
import viva.life.decision.Change;
import viva.life.decision.CommandResult;
import viva.life.decision.Draft;
import viva.life.decision.Posting;
import viva.life.decision.Posting.Recipient;
import viva.life.mind.Input;
import viva.life.mind.Lives;
import viva.life.mind.Mind;
import viva.life.tie.Tie;

/** Puts the turns of encounters into words: one after the other as they take place, or all at once for a reader who comes later. */
public final class Turns {
    private final Partings partings;
    private final EncounterRules rules;

    public Turns(Partings partings, EncounterRules rules) {
        this.partings = partings;
        this.rules = rules;
    }

    /** The next turn of a voiced encounter is due: its words are asked for. */
    public CommandResult due(Encounter due, Draft draft) {
        Encounter encounter = draft.encounter(due.id());
        if (encounter == null || encounter.isTold() || encounter.spoken() >= encounter.toSpeak()) {
            return new CommandResult.Ignored("there is no such turn");
        }
        int turn = encounter.spoken();
        AvatarProfile host = draft.profile(encounter.host().id());
        if (host == null || draft.ask(encounter.message(turn)) != null) {
            return new CommandResult.Ignored("its words were asked for, or the host is gone");
        }
        Instant deadline = draft.now().real().plus(rules.turnDeadline());
        SpeakV1 request = request(draft.now().lives(), encounter, turn, host, draft.lines(encounter.id()), deadline);
        UUID id = DerivedId.of(encounter.message(turn).value(), "speak");
        CloudEvent<SpeakV1> envelope = draft.envelopes().first(id, encounter.turnAt(turn), request);
        draft.change(new Change.AnswerAwaited(new Ask(envelope, deadline)));
        draft.send(new Posting.ToRecipient(envelope, Recipient.LLM_CONVERSATION, deadline));
        return CommandResult.APPLIED;
    }

    /** The request for the words of one turn. {@code lines} are those before it; {@code deadline} is real time. */
    public static SpeakV1 request(
            Lives lives, Encounter encounter, int turn, AvatarProfile host, List<Line> lines, Instant deadline) {
        Encounter.Side speaker = encounter.speaker(turn);
        Encounter.Side listener = encounter.listener(turn);
        AvatarProfile profile = encounter.isHost(speaker) ? host : speaker.profile();
        List<Line> before = lines.subList(0, Math.min(turn, lines.size()));
        List<SpeakV1.Line> recent = new ArrayList<>();
        for (Line line : before) {
            Author author = line.speaker().equals(speaker.id()) ? Author.AVATAR : Author.PARTNER;
            recent.add(new SpeakV1.Line(author, line.content()));
        }
        String said = recent.isEmpty() ? "" : recent.removeLast().content();
        BondStatus status =
                speaker.mind().relations().circle().of(listener.id()).status();
        SpeakV1.Partner partner = new SpeakV1.Partner(listener.id(), listener.name(), status);
        SpeakV1.Frame frame = new SpeakV1.Frame(
                encounter.host().id(),
                encounter.id(),
                encounter.message(turn),
                encounter.message(turn),
                profile,
                state(lives, encounter, turn, profile),
                deadline);
        return SpeakV1.turn(frame, recent, said, encounter.act(turn), partner, topic(encounter, turn))
                .in(context(encounter, turn, host, before).after(cue(encounter, turn)));
    }

    /** Where one owner wants no model, it gets the lines of neither; the concern about an owner is nothing for others. */
    private static SpeakV1.Context context(Encounter encounter, int turn, AvatarProfile host, List<Line> before) {
        Encounter.Side speaker = encounter.speaker(turn);
        return new SpeakV1.Context(
                speaker.owner(),
                isTurningPoint(encounter),
                host.offlineOnly() || encounter.guest().profile().offlineOnly(),
                null,
                null,
                false,
                null,
                null,
                said(speaker.id(), before),
                List.of());
    }

    private static List<Integer> said(AvatarId speaker, List<Line> lines) {
        return lines.stream()
                .filter(line -> line.speaker().equals(speaker))
                .flatMap(line -> SaidHash.ofSentences(line.content()).stream())
                .distinct()
                .toList();
    }

    /** A first meeting, a decision about love, or a first quarrel. */
    private static boolean isTurningPoint(Encounter encounter) {
        Tie tie = encounter
                .host()
                .mind()
                .relations()
                .circle()
                .of(encounter.guest().id());
        boolean argued = encounter.script().acts().contains(DialogueAct.ARGUE);
        return encounter.outcome().turningPoint() != null
                || tie.status() == BondStatus.STRANGERS
                || (argued && tie.status() != BondStatus.COMPLICATED);
    }

    /** The partner's act before this turn; null at the beginning. */
    private static SpeakV1.Cue cue(Encounter encounter, int turn) {
        return turn == 0 ? null : new SpeakV1.Cue(encounter.act(turn - 1), topic(encounter, turn - 1));
    }

    private static String topic(Encounter encounter, int turn) {
        TalkTopic topic = encounter.script().topic(turn);
        return topic == TalkTopic.NOTHING ? null : topic.label();
    }

    /** The state of the speaker at its turn: its mind as the conversation began, lived on with what was said since. */
    private static StateView state(Lives lives, Encounter encounter, int turn, AvatarProfile profile) {
        Encounter.Side speaker = encounter.speaker(turn);
        Encounter.Side partner = encounter.listener(turn);
        Mind begun = lives.apply(
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
        return lives.view(begun, encounter.turnAt(turn), profile.locale());
    }

    /** The words of a turn were found. */
    public void spoke(CloudEvent<?> cause, Ask ask, String content, String tone, String voice, Draft draft) {
        SpeakV1 request = ask.request().data();
        Encounter encounter = draft.encounter(request.conversationId());
        if (encounter == null
                || encounter.isTold()
                || encounter.spoken() >= encounter.toSpeak()
                || !encounter.message(encounter.spoken()).equals(request.messageId())) {
            return;
        }
        int turn = encounter.spoken();
        Line line = line(encounter, turn, request.state(), content, tone, voice);
        draft.change(new Change.LineSaid(line));
        Encounter further = encounter.spoken(turn + 1);
        draft.change(new Change.EncounterChanged(further));
        for (Encounter.Side side : encounter.sides()) {
            tell(cause, encounter, side, line, draft);
        }
        if (further.isTold()) {
            partings.end(further, draft);
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

    /** How the partner felt is not for this owner to know. */
    private static void tell(CloudEvent<?> cause, Encounter encounter, Encounter.Side side, Line line, Draft draft) {
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
                VoiceKind.of(line.voice()),
                List.of());
        UUID id = DerivedId.of(line.id().value(), "said to " + side.id());
        draft.publish(draft.envelopes().causedBy(cause, id, line.at(), event));
    }
}
