package viva.matchmaker.index;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import viva.contracts.AccountId;
import viva.contracts.AttachmentStyle;
import viva.contracts.AvatarId;
import viva.contracts.HumorStyle;
import viva.contracts.LoveLanguage;
import viva.contracts.Personality;
import viva.matchmaker.score.Chemistry;
import viva.matchmaker.score.Scoring;
import viva.matchmaker.score.Weights;

/**
 * Everybody who can be matched, packed into arrays: eight floats and two sets of words each. A scan compares one with all and is
 * exact; a million people take a few milliseconds, so no approximate index is needed. Not safe for concurrent use: whoever shares it
 * lets either one write or many read.
 */
public final class PersonIndex {
    private static final int STRIDE = 8;
    private static final int HUMOR = 5;
    private static final int LOVE_LANGUAGE = 6;
    private static final int ATTACHMENT = 7;

    private static final List<HumorStyle> HUMORS = List.of(HumorStyle.values());
    private static final List<LoveLanguage> LOVE_LANGUAGES = List.of(LoveLanguage.values());
    private static final List<AttachmentStyle> ATTACHMENTS = List.of(AttachmentStyle.values());

    private final Map<AvatarId, Integer> slots = new HashMap<>();
    private final TagSets interests = new TagSets();
    private final TagSets values = new TagSets();
    private Person[] people = new Person[0];
    private float[] features = new float[0];
    private int size;

    public int size() {
        return size;
    }

    /** Adds somebody, or replaces what was known of them. */
    public void put(Person person) {
        int slot = slots.computeIfAbsent(person.id(), _ -> size++);
        if (slot >= people.length) {
            grow(Math.max(1024, people.length + people.length / 2));
        }
        people[slot] = person;
        write(slot, person.personality());
    }

    /** Whether somebody is in, as they are now. */
    public boolean holds(Person person) {
        Integer slot = slots.get(person.id());
        return slot != null && people[slot].equals(person);
    }

    /** Takes somebody out; nothing happens when they are not in. */
    public void remove(AvatarId id) {
        Integer slot = slots.remove(id);
        if (slot == null) {
            return;
        }
        int last = --size;
        if (slot != last) {
            people[slot] = people[last];
            System.arraycopy(features, last * STRIDE, features, slot * STRIDE, STRIDE);
            interests.move(last, slot);
            values.move(last, slot);
            slots.put(people[slot].id(), slot);
        }
        people[last] = null;
    }

    /**
     * The {@code count} people who suit somebody best, best first; the lower id among equals. Left out are oneself, everybody of the
     * same owner, and {@code excluded}. Empty when nobody has this id.
     */
    public List<Found> best(AvatarId id, int count, Collection<AvatarId> excluded) {
        Integer self = slots.get(id);
        if (self == null || count < 1) {
            return List.of();
        }
        boolean[] out = new boolean[size];
        for (AvatarId one : excluded) {
            Integer slot = slots.get(one);
            if (slot != null) {
                out[slot] = true;
            }
        }
        AccountId owner = people[self].owner();
        TopSlots top = new TopSlots(Math.min(count, size), slot -> people[slot].id());
        for (int slot = 0; slot < size; slot++) {
            if (!out[slot]) {
                double total = total(self, slot);
                if (top.isWorthy(total) && !people[slot].owner().equals(owner)) {
                    top.offer(slot, total);
                }
            }
        }
        return top.bestFirst();
    }

    private double total(int one, int other) {
        int a = one * STRIDE;
        int b = other * STRIDE;
        double sum = Weights.PERSONALITY * personality(a, b) + Weights.COMMUNICATION * communication(a, b);
        double known = Weights.PERSONALITY + Weights.COMMUNICATION;
        double likes = interests.overlap(one, other);
        if (likes >= 0) {
            sum += Weights.INTERESTS * likes;
            known += Weights.INTERESTS;
        }
        double cares = values.overlap(one, other);
        if (cares >= 0) {
            sum += Weights.VALUES * cares;
            known += Weights.VALUES;
        }
        return sum / known;
    }

    private double personality(int a, int b) {
        float[] f = features;
        double traits = Scoring.traits(
                f[a], f[a + 1], f[a + 2], f[a + 3], f[a + 4], f[b], f[b + 1], f[b + 2], f[b + 3], f[b + 4]);
        return traits + 0.20 * PairTables.ATTACHMENT[(int) f[a + ATTACHMENT]][(int) f[b + ATTACHMENT]];
    }

    private double communication(int a, int b) {
        float[] f = features;
        boolean sameLanguage = f[a + LOVE_LANGUAGE] == f[b + LOVE_LANGUAGE];
        double[][] table = sameLanguage ? PairTables.SAME_LANGUAGE : PairTables.OTHER_LANGUAGE;
        return table[(int) f[a + HUMOR]][(int) f[b + HUMOR]];
    }

    private void grow(int capacity) {
        people = Arrays.copyOf(people, capacity);
        features = Arrays.copyOf(features, capacity * STRIDE);
        interests.grow(capacity);
        values.grow(capacity);
    }

    private void write(int slot, Personality p) {
        int at = slot * STRIDE;
        features[at] = (float) p.openness().value();
        features[at + 1] = (float) p.conscientiousness().value();
        features[at + 2] = (float) p.extraversion().value();
        features[at + 3] = (float) p.agreeableness().value();
        features[at + 4] = (float) p.neuroticism().value();
        features[at + HUMOR] = HUMORS.indexOf(p.humorStyle());
        features[at + LOVE_LANGUAGE] = LOVE_LANGUAGES.indexOf(p.loveLanguage());
        features[at + ATTACHMENT] = ATTACHMENTS.indexOf(p.attachmentStyle());
        interests.set(slot, p.interests());
        values.set(slot, p.values());
    }

    /** The chemistry of every pair of styles, looked up instead of decided a million times. */
    private static final class PairTables {
        static final double[][] ATTACHMENT = new double[ATTACHMENTS.size()][ATTACHMENTS.size()];
        static final double[][] SAME_LANGUAGE = new double[HUMORS.size()][HUMORS.size()];
        static final double[][] OTHER_LANGUAGE = new double[HUMORS.size()][HUMORS.size()];

        static {
            for (AttachmentStyle a : ATTACHMENTS) {
                for (AttachmentStyle b : ATTACHMENTS) {
                    ATTACHMENT[ATTACHMENTS.indexOf(a)][ATTACHMENTS.indexOf(b)] = Chemistry.attachment(a, b);
                }
            }
            for (HumorStyle a : HUMORS) {
                for (HumorStyle b : HUMORS) {
                    SAME_LANGUAGE[HUMORS.indexOf(a)][HUMORS.indexOf(b)] =
                            Chemistry.communication(a, LoveLanguage.TIME, b, LoveLanguage.TIME);
                    OTHER_LANGUAGE[HUMORS.indexOf(a)][HUMORS.indexOf(b)] =
                            Chemistry.communication(a, LoveLanguage.TIME, b, LoveLanguage.TOUCH);
                }
            }
        }
    }
}
