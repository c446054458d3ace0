package viva.life.ownertalk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import viva.contracts.AvatarProfile;
import viva.contracts.DerivedId;
import viva.contracts.MessageId;
import viva.contracts.Reading;
import viva.contracts.WorldTime;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.OwnerMessageV1;
import viva.contracts.message.SpeakV1;
import viva.life.conversation.Sitting;
import viva.life.conversation.Spoken;
import viva.life.decision.Draft;
import viva.life.decision.Now;
import viva.life.decision.Posting.Recipient;
import viva.life.hearing.Signs;
import viva.life.mind.Intent;
import viva.life.resident.OutreachQuota;
import viva.life.resident.Resident;

/** Asks for the words of an avatar's answer to its owner: of the act that its mind chose. */
public final class Answers {
    private static final Predicate<Reading> ASKS_OF_TODAY = Signs.intent("asks_day", "asks_doing", "asks_friends");

    /** World hours that "today" has at least, shortly after midnight. */
    private static final int SHORTEST_DAY = 8;

    private static final int HOURS = 24;

    private final AnswerRules rules;
    private final ForgetWishes wishes;

    public Answers(AnswerRules rules, OwnerMemories memories) {
        this.rules = rules;
        this.wishes = memories.wishes();
    }

    /** Since when the avatar's day is to be told, in real time; empty when the message does not ask for it. {@code reading} may be null. */
    public static Optional<Instant> newsSince(Reading reading, Now now) {
        if (reading == null || !ASKS_OF_TODAY.test(reading)) {
            return Optional.empty();
        }
        double hour = WorldTime.MILLIS_PER_HOUR;
        double today = Math.floorMod(now.world().millis(), (long) (HOURS * hour)) / hour;
        double ago = Math.max(SHORTEST_DAY, today) * hour / now.clock().scale();
        return Optional.of(now.real().minusMillis((long) ago));
    }

    /** {@code cause} is the owner's message, and {@code resident} as it is after hearing it. */
    public void ask(Resident resident, Intent.Speak speak, CloudEvent<?> cause, Draft draft) {
        if (cause == null || !(cause.data() instanceof OwnerMessageV1 message)) {
            return;
        }
        AvatarProfile profile = draft.profile(resident.id());
        Reading reading = draft.reading(message.messageId());
        Now now = draft.now();
        WorldTime at = resident.timeOf(now.world());
        UUID asked = message.messageId().value();
        OutreachQuota quota = OutreachQuota.orNew(draft.quota(resident.id())).of(message.locale(), message.country());
        SpeakV1.Frame frame = new SpeakV1.Frame(
                resident.id(),
                resident.ownerConversation(),
                message.messageId(),
                new MessageId(DerivedId.of(asked, "answer")),
                profile,
                now.lives().view(resident.mind(), at, resident.locale()),
                now.real().plus(rules.deadline()));
        List<Spoken> talk = draft.recent(resident.ownerConversation());
        SpeakV1.Forgetting wish = wishes.in(message.content(), talk, now.real()).orElse(null);
        List<SpeakV1.Memory> recalled = wishes.remembered(draft.recalled(message.messageId()), talk, wish, now);
        SpeakV1 request = SpeakV1.answer(frame, Sitting.recent(wishes.remembered(talk, wish)), message.content())
                .acting(speak.act())
                .telling(newsSince(reading, now).isPresent() ? draft.news(resident.id()) : List.of())
                .in(SpeakContexts.of(resident, profile, at, quota, reading, draft)
                        .remembering(recalled)
                        .forgetting(wish));
        WordRequests.ask(
                draft.envelopes().causedBy(cause, DerivedId.of(asked, "speak"), now.world(), request),
                Recipient.LLM_INTERACTIVE,
                draft);
    }
}
