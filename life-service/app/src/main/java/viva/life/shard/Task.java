package viva.life.shard;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import viva.contracts.AvatarId;
import viva.contracts.WorldTime;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.LifeCommand;
import viva.life.conversation.Ask;
import viva.life.conversation.Encounter;
import viva.life.reading.AwaitedReading;
import viva.life.recall.AwaitedRecall;
import viva.platform.messaging.Delivery;

/** Something a shard has to do in a transaction. Belongs to the shard's loop. */
abstract sealed class Task {
    private int attempts;
    private int stalls;
    private long notBeforeNanos;

    abstract AvatarId avatar();

    /** What it is called in the log. */
    abstract String describe();

    /** The same for tasks that are the same thing to do. */
    abstract String key();

    /** How often it has failed through its own fault. */
    int attempts() {
        return attempts;
    }

    void failed(long tryAgainNanos) {
        attempts++;
        notBeforeNanos = tryAgainNanos;
    }

    /** How often it was in a transaction that the database failed. */
    int stalls() {
        return stalls;
    }

    void stalled() {
        stalls++;
    }

    /** It is not tried again before an instant of the monotonic clock. */
    void rest(long untilNanos) {
        notBeforeNanos = untilNanos;
    }

    long notBeforeNanos() {
        return notBeforeNanos;
    }

    /** A command from the shard's queue, unsettled until its transaction is committed. */
    static final class Letter extends Task {
        private final UUID key;
        private final CloudEvent<?> envelope;
        private final LifeCommand command;
        private final long arrivedNanos;
        private final AwaitedReading reading;
        private final AwaitedRecall recall;
        private final List<Delivery> deliveries = new ArrayList<>(1);

        /**
         * @param reading of an owner's message; null for every other command
         * @param recall what comes to mind at an owner's message or return; null for every other command
         */
        Letter(
                UUID key,
                CloudEvent<?> envelope,
                LifeCommand command,
                long arrivedNanos,
                AwaitedReading reading,
                AwaitedRecall recall) {
            this.key = key;
            this.envelope = envelope;
            this.command = command;
            this.arrivedNanos = arrivedNanos;
            this.reading = reading;
            this.recall = recall;
        }

        UUID id() {
            return key;
        }

        CloudEvent<?> envelope() {
            return envelope;
        }

        LifeCommand command() {
            return command;
        }

        long arrivedNanos() {
            return arrivedNanos;
        }

        /** Null when the command is no owner's message. */
        AwaitedReading reading() {
            return reading;
        }

        /** What comes to mind at an owner's message or return; null for every other command. */
        AwaitedRecall recall() {
            return recall;
        }

        /** Whether it was understood as well as it will be, and what comes to mind has come. */
        boolean isRead(long nowNanos) {
            return (reading == null || reading.isReady(nowNanos)) && (recall == null || recall.isReady(nowNanos));
        }

        /** Until when it is worth waiting for that, by the monotonic clock. */
        long readBy(long nowNanos) {
            boolean reads = reading != null && !reading.isReady(nowNanos);
            boolean recalls = recall != null && !recall.isReady(nowNanos);
            return reads && recalls
                    ? Math.max(reading.untilNanos(), recall.untilNanos())
                    : reads ? reading.untilNanos() : recalls ? recall.untilNanos() : nowNanos;
        }

        /** The same command came once more. After a broken connection the earlier deliveries mean nothing any more. */
        void delivered(Delivery delivery) {
            if (delivery.redelivered()) {
                deliveries.clear();
            }
            deliveries.add(delivery);
        }

        void ack() {
            deliveries.forEach(Delivery::ack);
        }

        void reject() {
            deliveries.forEach(Delivery::reject);
        }

        @Override
        AvatarId avatar() {
            return command.avatarId();
        }

        @Override
        String describe() {
            return envelope.type() + " " + envelope.id();
        }

        @Override
        String key() {
            return "letter " + key;
        }
    }

    /** An avatar has ticks to live that do something in the world. */
    static final class Due extends Task {
        private final AvatarId avatar;
        private final WorldTime at;
        private final boolean reaches;

        /** @param reaches whether the avatar wants to write to its owner, or remembers the chat that is over */
        Due(AvatarId avatar, WorldTime at, boolean reaches) {
            this.avatar = avatar;
            this.at = at;
            this.reaches = reaches;
        }

        WorldTime at() {
            return at;
        }

        boolean reaches() {
            return reaches;
        }

        @Override
        AvatarId avatar() {
            return avatar;
        }

        @Override
        String describe() {
            return "the tick of " + avatar + " at " + at;
        }

        @Override
        String key() {
            return "tick " + avatar + " " + at.millis();
        }
    }

    /** The next turn of a voiced encounter wants words. */
    static final class Turn extends Task {
        private final Encounter encounter;

        Turn(Encounter encounter) {
            this.encounter = encounter;
        }

        Encounter encounter() {
            return encounter;
        }

        @Override
        AvatarId avatar() {
            return encounter.host().id();
        }

        @Override
        String describe() {
            return "turn " + encounter.spoken() + " of " + encounter.id();
        }

        @Override
        String key() {
            return "turn " + encounter.id() + " " + encounter.spoken();
        }
    }

    /** An awaited answer whose deadline has passed. */
    static final class Overdue extends Task {
        private final Ask ask;

        Overdue(Ask ask) {
            this.ask = ask;
        }

        Ask ask() {
            return ask;
        }

        @Override
        AvatarId avatar() {
            return ask.avatar();
        }

        @Override
        String describe() {
            return "the overdue answer to " + ask.inReplyTo();
        }

        @Override
        String key() {
            return "answer " + ask.inReplyTo();
        }
    }
}
