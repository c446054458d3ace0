package viva.llm.voice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import viva.contracts.message.SpeakV1;
import viva.llm.hearing.PlainText;
import viva.llm.phrasebook.Chance;
import viva.llm.phrasebook.Phrasebook;
import viva.llm.phrasebook.Slot;

/** Writes one message: takes the steps of the plan until the avatar has said as much as it tends to. */
final class Composer {
    /** More news than this in one message are a report, not a greeting. */
    private static final int MOST_NEWS = 2;

    private final Scene scene;
    private final Phrasebook phrasebook;
    private final Chance chance;
    private final Map<Slot, String> slots;
    private final LinePicker picker;
    private final Delivery delivery;
    private final List<Draft.Part> parts = new ArrayList<>();
    private final Set<Fact> told = EnumSet.noneOf(Fact.class);
    private final List<String> unusedInterests;
    private int length;
    private int lastValence;

    Composer(Scene scene, Phrasebook phrasebook, Chance chance) {
        this.scene = scene;
        this.phrasebook = phrasebook;
        this.chance = chance;
        this.unusedInterests = new ArrayList<>(scene.interests());
        this.slots = Gaps.of(scene, phrasebook, chance);
        this.picker =
                new LinePicker(scene.isToOwner(), phrasebook, scene.styles(), scene.recollection(), slots, chance);
        this.delivery = new Delivery(scene.tone(), scene.styles());
    }

    Draft compose() {
        int enough = scene.talkativeness();
        for (Step step : Plan.of(scene, slots.keySet()).steps()) {
            if (step.odds() == 1 || (length < enough && chance.happens(scene.inclined(step.odds())))) {
                take(step);
            }
        }
        if (!parts.isEmpty() && announces(parts.getLast())) {
            parts.removeLast();
        }
        if (parts.isEmpty()) {
            String key = fallback();
            add(key, picker.line(key).or(this::otherwise).orElseGet(() -> picker.anyLine(key)));
        }
        emoji().ifPresent(sign -> add("emoji", sign));
        return new Draft(parts, scene.tone());
    }

    /** A draft for when all that would fit was said lately. */
    Draft otherwiseAlone() {
        String key = fallback();
        add("plain", otherwise().orElseGet(() -> picker.anyLine(key)));
        return new Draft(parts, scene.tone());
    }

    /** Whether something should have followed. */
    private static boolean announces(Draft.Part part) {
        return part.text().endsWith(":") || part.key().equals("turn.disclose");
    }

    private void take(Step step) {
        switch (step) {
            case Step.Say say -> say(say.key(), say.needed() || (say.odds() == 1 && parts.isEmpty()));
            case Step.Tell tell -> tell(tell.aspect());
            case Step.Enthuse _ -> enthuse();
            case Step.Report report -> report(report.news());
        }
    }

    private void say(String wanted, boolean needed) {
        String key = needed && phrasebook.lines(wanted).isEmpty() ? fallback() : wanted;
        Optional<String> line = picker.line(key);
        if (line.isPresent() || needed) {
            add(key, line.or(this::otherwise).orElseGet(() -> picker.anyLine(key)));
        }
    }

    /** The fact that stands out most, with some chance: what is twice as strong is said four times as often. */
    private void tell(Aspect aspect) {
        List<Fact> candidates = new ArrayList<>();
        Map<Fact, Double> weights = new EnumMap<>(Fact.class);
        for (Fact fact : Fact.values()) {
            double strength = fact.aspect() == aspect && !told.contains(fact) ? fact.strength(scene.state()) : 0;
            if (strength > 0) {
                candidates.add(fact);
                weights.put(fact, strength * strength * (.3 + chance.uniform()));
            }
        }
        candidates.sort(Comparator.comparing(weights::get).reversed());
        for (Fact fact : candidates) {
            Optional<String> line = picker.line(fact.key());
            if (line.isPresent() && addFact(fact, line.get())) {
                return;
            }
        }
        if (candidates.isEmpty() && aspect == Aspect.FEELING && told.isEmpty()) {
            say("so_so", false);
        }
    }

    private boolean addFact(Fact fact, String line) {
        boolean turn = lastValence * fact.valence() < 0;
        Optional<String> link = turn ? picker.line("contrast") : Optional.empty();
        boolean added = add(fact.key(), link.map(text -> text + " " + line).orElse(line));
        if (added) {
            told.add(fact);
            lastValence = fact.valence() == 0 ? lastValence : fact.valence();
        }
        return added;
    }

    private void enthuse() {
        if (unusedInterests.isEmpty()) {
            say("no_interests", false);
            return;
        }
        String interest = unusedInterests.remove(chance.below(unusedInterests.size()));
        slots.put(Slot.INTEREST, Gaps.interest(phrasebook, interest, chance));
        String own = "interest." + interest;
        boolean hasOwn = !phrasebook.lines(own).isEmpty();
        String key = hasOwn && chance.happens(.6) ? own : "interest";
        say(key, false);
    }

    private void report(List<SpeakV1.News> news) {
        List<SpeakV1.News> tellable = news.stream()
                .filter(item -> !phrasebook.lines("news." + item.kind()).isEmpty())
                .sorted(Comparator.comparing(this::wasTold))
                .limit(MOST_NEWS)
                .toList();
        if (tellable.isEmpty()) {
            return;
        }
        boolean announced = !parts.isEmpty() && parts.getLast().key().endsWith(".opener");
        if (!announced && chance.happens(scene.inclined(.35))) {
            say("news.intro", false);
        }
        for (SpeakV1.News item : tellable) {
            slots.put(Slot.PARTNER, whom(item));
            slots.put(Slot.COUNT, String.valueOf(item.count()));
            String often = "news." + item.kind() + ".often";
            boolean isOften = item.count() > 1 && !phrasebook.lines(often).isEmpty();
            say(isOften ? often : "news." + item.kind(), false);
        }
    }

    /** What was told already comes after what was not. */
    private boolean wasTold(SpeakV1.News item) {
        return item.name() != null && scene.recollection().mentions(item.name());
    }

    private String whom(SpeakV1.News item) {
        return Optional.ofNullable(item.name())
                .map(String::strip)
                .filter(PlainText::speakableLabel)
                .orElseGet(() -> picker.anyLine("word.somebody"));
    }

    /** What is said when everything that would fit was said lately. */
    private String fallback() {
        return switch (scene.request().occasion()) {
            case ANSWER -> "statement";
            case TURN -> "self";
            case GREETING, REACH_OUT -> "welcome";
            case THOUGHT -> "thought.wandering";
        };
    }

    /** When every line that would fit was said lately: one of those of which there are thousands. */
    private Optional<String> otherwise() {
        if (!scene.isToOwner()) {
            return Optional.empty();
        }
        return picker.line(scene.state().asleep() ? "plain.asleep" : scene.isSerious() ? "plain.serious" : "plain");
    }

    private Optional<String> emoji() {
        boolean serious = scene.isSerious();
        boolean expressive =
                scene.styles().contains(Style.OUTGOING) || scene.styles().contains(Style.WHOLESOME);
        return serious || !expressive || !chance.happens(.25)
                ? Optional.empty()
                : picker.line("emoji." + scene.tone().label());
    }

    private boolean add(String key, String line) {
        String text = delivery.of(line);
        if (!parts.isEmpty() && announces(parts.getLast()) && key.startsWith("ask.")) {
            parts.removeLast();
        }
        if (length + text.length() + 1 > scene.mostChars()) {
            return false;
        }
        parts.add(new Draft.Part(key, text));
        length += text.length() + 1;
        return true;
    }
}
