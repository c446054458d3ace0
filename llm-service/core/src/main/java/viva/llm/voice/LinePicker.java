package viva.llm.voice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import viva.llm.phrasebook.Chance;
import viva.llm.phrasebook.Phrasebook;
import viva.llm.phrasebook.Slot;
import viva.llm.phrasebook.Template;

/** Picks lines that fit the speaker, can be filled, and were not said lately. */
final class LinePicker {
    /** How often a speaker uses a line of its own style where there is one. */
    private static final double IN_STYLE = .65;

    /** How often a speaker comes back to what was said where there is a line that does. */
    private static final double REFERRING = .6;

    private static final int ATTEMPTS = 40;

    /** Before the keys of lines that are said to owners only. */
    private static final String TO_OWNER = "owner.";

    private final boolean toOwner;
    private final Phrasebook phrasebook;
    private final Set<Style> styles;
    private final Recollection recollection;
    private final Map<Slot, String> slots;
    private final Chance chance;
    private final Set<Template> used = new HashSet<>();

    LinePicker(
            boolean toOwner,
            Phrasebook phrasebook,
            Set<Style> styles,
            Recollection recollection,
            Map<Slot, String> slots,
            Chance chance) {
        this.toOwner = toOwner;
        this.phrasebook = phrasebook;
        this.styles = styles;
        this.recollection = recollection;
        this.slots = slots;
        this.chance = chance;
    }

    /** A new line of a key, or none when all that fit were said lately. */
    Optional<String> line(String key) {
        List<Template> plain = fitting(key);
        List<Template> own = new ArrayList<>();
        for (Style style : styles) {
            own.addAll(fitting(key + "/" + style.label()));
        }
        if (plain.isEmpty() && own.isEmpty()) {
            return Optional.empty();
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            boolean inStyle = plain.isEmpty() || (!own.isEmpty() && chance.happens(IN_STYLE));
            Template template = chance.oneOf(referring(inStyle ? own : plain));
            String text = template.fill(slots, chance);
            if (!recollection.hasSaid(text)) {
                used.add(template);
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    private List<Template> referring(List<Template> lines) {
        boolean canRefer = slots.containsKey(Slot.SUBJECT) || slots.containsKey(Slot.TOPIC);
        if (!canRefer || !chance.happens(REFERRING)) {
            return lines;
        }
        List<Template> referring = lines.stream()
                .filter(line ->
                        line.slots().contains(Slot.SUBJECT) || line.slots().contains(Slot.TOPIC))
                .toList();
        return referring.isEmpty() ? lines : referring;
    }

    /** A line of a key even when it was said lately. */
    String anyLine(String key) {
        return chance.oneOf(fitting(key)).fill(slots, chance);
    }

    /** Where there are lines for owners alone, other lines of the key, in whatever style, are not for them. */
    private List<Template> lines(String key) {
        int style = key.indexOf('/');
        String plain = style < 0 ? key : key.substring(0, style);
        boolean own = toOwner && !phrasebook.lines(TO_OWNER + plain).isEmpty();
        return phrasebook.lines(own ? TO_OWNER + key : key);
    }

    private List<Template> fitting(String key) {
        List<Template> fitting = new ArrayList<>();
        for (Template template : lines(key)) {
            if (template.fits(slots.keySet()) && !used.contains(template)) {
                fitting.add(template);
            }
        }
        return fitting;
    }
}
