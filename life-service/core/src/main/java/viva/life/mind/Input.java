package viva.life.mind;

import java.util.List;
import java.util.Objects;
import viva.contracts.AvatarId;
import viva.contracts.BondStatus;
import viva.contracts.CarriedMind;
import viva.contracts.ConversationId;
import viva.contracts.DialogueAct;
import viva.contracts.EndReason;
import viva.contracts.Personality;
import viva.contracts.Reading;
import viva.contracts.TalkTopic;
import viva.contracts.WorldTime;
import viva.life.appraisal.TextReader;
import viva.life.appraisal.TextReading;

/** What reaches a mind from outside. Whoever journals inputs can live the same life again. */
public sealed interface Input {
    /** When it was sent. It takes effect then, or at the mind's own time when that is later. */
    WorldTime at();

    /**
     * A life begins. To a mind that lives already it means nothing.
     *
     * @param mind the state that it begins with, brought from another life; null when it begins as every life does
     */
    record Born(WorldTime at, AvatarId avatar, Personality personality, CarriedMind mind) implements Input {
        public Born {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(avatar, "avatar");
            Objects.requireNonNull(personality, "personality");
        }

        /** A life that begins as every life does. */
        public Born(WorldTime at, AvatarId avatar, Personality personality) {
            this(at, avatar, personality, null);
        }
    }

    /**
     * The owner wrote.
     *
     * @param text untrusted, read by {@link TextReader}; empty in a journal that has a reading of it
     * @param chatUntil when the chat counts as over if nothing more is said: ten real minutes on, as world time. More than a world
     *     day ahead is read as a world day
     * @param reading what was understood of it before it was applied, which nothing reads anew; null in journals from before
     *     messages were read on their way
     * @param concernUntil until when a concern that this message raises lasts: fourteen real days on, as world time; may be null
     */
    record OwnerMessage(WorldTime at, String text, WorldTime chatUntil, Reading reading, WorldTime concernUntil)
            implements Input {
        public OwnerMessage {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(chatUntil, "chat_until");
        }

        /** The same without the text where nothing reads that anew: what a journal needs of it. The words are kept where the talk is. */
        public OwnerMessage withoutWords() {
            return reading == null ? this : new OwnerMessage(at, "", chatUntil, reading, concernUntil);
        }

        /** The same with these words. */
        public OwnerMessage withWords(String words) {
            return new OwnerMessage(at, words, chatUntil, reading, concernUntil);
        }

        /** How it was said: as its reading has it, or by the words of a text that nobody read before. */
        public TextReading tones() {
            return reading == null ? TextReader.read(text) : TextReading.of(reading);
        }
    }

    /** The avatar's answer to its owner was said. What the words were changes nothing: effects come from acts. */
    record Spoke(WorldTime at) implements Input {
        public Spoke {
            Objects.requireNonNull(at, "at");
        }
    }

    /** The world stood still for longer than anything is made up for: the mind goes on from here by its closed forms alone. */
    record Absent(WorldTime at) implements Input {
        public Absent {
            Objects.requireNonNull(at, "at");
        }
    }

    /** The owner came to look after {@code awayHours} of real time; 0 when it is not known how long. */
    record OwnerCame(WorldTime at, double awayHours) implements Input {
        public OwnerCame {
            Objects.requireNonNull(at, "at");
            if (!(awayHours >= 0)) {
                throw new IllegalArgumentException("must be >= 0: away_hours = " + awayHours);
            }
        }
    }

    /**
     * What it wanted to write first was not sent, as its owner sleeps, has heard enough today, or the moment is past.
     *
     * @param until from then on it may write first
     */
    record Unsent(WorldTime at, WorldTime until) implements Input {
        public Unsent {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(until, "until");
        }
    }

    /** The owner asks what it thinks. */
    record Wondered(WorldTime at) implements Input {
        public Wondered {
            Objects.requireNonNull(at, "at");
        }
    }

    /** The owner wants it to be concerned about them no longer. */
    record ConcernErased(WorldTime at) implements Input {
        public ConcernErased {
            Objects.requireNonNull(at, "at");
        }
    }

    /** The owner asks it to talk with {@code other}. */
    record Urged(WorldTime at, AvatarId other, ConversationId conversation) implements Input {
        public Urged {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(other, "other");
            Objects.requireNonNull(conversation, "conversation");
        }
    }

    /** Somebody wants to talk with it; {@code urged} when an owner asked for it. */
    record Invited(WorldTime at, AvatarId host, ConversationId conversation, boolean urged) implements Input {
        public Invited {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(host, "host");
            Objects.requireNonNull(conversation, "conversation");
        }
    }

    /** Whom it invited said no. */
    record Declined(WorldTime at, ConversationId conversation, EndReason reason) implements Input {
        public Declined {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(conversation, "conversation");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * A conversation begins, and how it goes is settled.
     *
     * @param host whether it is the one who invited
     * @param acts of both in turn, the host's first
     * @param humorMatch in [0, 1]
     * @param overlap of interests and values, in [0, 1]
     * @param topics of the acts, one for each, or none at all: they change nothing in a mind but what it can tell of the turn
     */
    record Met(
            WorldTime at,
            AvatarId partner,
            ConversationId conversation,
            boolean host,
            List<DialogueAct> acts,
            double humorMatch,
            double overlap,
            WorldTime startsAt,
            List<TalkTopic> topics)
            implements Input {
        public Met {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(partner, "partner");
            Objects.requireNonNull(conversation, "conversation");
            Objects.requireNonNull(startsAt, "starts_at");
            acts = List.copyOf(acts);
            topics = topics == null ? List.of() : List.copyOf(topics);
        }

        /** As it was before turns had topics. */
        public Met(
                WorldTime at,
                AvatarId partner,
                ConversationId conversation,
                boolean host,
                List<DialogueAct> acts,
                double humorMatch,
                double overlap,
                WorldTime startsAt) {
            this(at, partner, conversation, host, acts, humorMatch, overlap, startsAt, List.of());
        }
    }

    /** A conversation, or the wait for one, is over before its time. */
    record Cut(WorldTime at, ConversationId conversation) implements Input {
        public Cut {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(conversation, "conversation");
        }
    }

    /**
     * A bond of it changed. Older news than it has change nothing.
     *
     * @param previous what the two were to each other before; null in journals from before that was told
     */
    record Tied(
            WorldTime at,
            AvatarId other,
            BondStatus status,
            double familiarity,
            double trust,
            double affection,
            double attraction,
            long version,
            BondStatus previous)
            implements Input {
        public Tied {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(other, "other");
            Objects.requireNonNull(status, "status");
        }

        /** As it was before it was told what had been. */
        public Tied(
                WorldTime at,
                AvatarId other,
                BondStatus status,
                double familiarity,
                double trust,
                double affection,
                double attraction,
                long version) {
            this(at, other, status, familiarity, trust, affection, attraction, version, null);
        }
    }

    /**
     * Somebody left its life.
     *
     * @param forGood whether they are gone for ever, or nothing may be between the two; otherwise they only rest
     */
    record Left(WorldTime at, AvatarId other, boolean forGood) implements Input {
        public Left {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(other, "other");
        }
    }

    /** It rests from here on: time stands still for it. */
    record Paused(WorldTime at) implements Input {
        public Paused {
            Objects.requireNonNull(at, "at");
        }
    }

    /** Its rest is over. Nothing was lived since it began. */
    record Resumed(WorldTime at) implements Input {
        public Resumed {
            Objects.requireNonNull(at, "at");
        }
    }

    /** It heard of somebody whom it might like; {@code score} is in [0, 1]. */
    record Noticed(WorldTime at, AvatarId other, double score) implements Input {
        public Noticed {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(other, "other");
        }
    }
}
