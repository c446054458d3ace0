package viva.avatar.soul;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import viva.avatar.card.CardReader;
import viva.avatar.document.Documents;
import viva.avatar.document.Fields;
import viva.avatar.memory.Memory;
import viva.avatar.memory.MemoryKind;
import viva.avatar.profile.Checked;
import viva.avatar.profile.PlainText;
import viva.avatar.profile.Rejection;
import viva.contracts.Audience;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.BondStatus;
import viva.contracts.CarriedMind;
import viva.contracts.Emotions;
import viva.contracts.FactSlot;
import viva.contracts.WorldTime;

/** Reads soul files and names everything that is wrong with one at once. */
public final class SoulReader {
    /** The furthest world time that a mind can have, on either side of the epoch. */
    private static final long HORIZON_MILLIS = 4_000_000_000_000_000L;

    /** The emotions by their names; others are left out. */
    private static final List<String> FEELINGS = Arrays.stream(Emotions.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList();

    private final List<Rejection> rejections = new ArrayList<>();

    private SoulReader() {}

    /** Whether a document says that it is a soul file. */
    public static boolean isSoul(JsonNode document) {
        return document.has(SoulFormat.FORMAT) || document.has(SoulFormat.CHECKSUM);
    }

    /** The soul in a file of JSON. */
    public static Checked<Soul> read(byte[] file) {
        return switch (Documents.object("file", file)) {
            case Checked.Refused<ObjectNode>(List<Rejection> wrong) -> new Checked.Refused<>(wrong);
            case Checked.Accepted<ObjectNode>(ObjectNode document) -> read(document);
        };
    }

    /** The soul that a document is. Its format and version are looked at first: of another one nothing else is read. */
    public static Checked<Soul> read(ObjectNode document) {
        SoulReader reader = new SoulReader();
        Fields root = new Fields("", document, reader.rejections);
        if (!reader.isReadable(root)) {
            return new Checked.Refused<>(reader.rejections);
        }
        reader.check(document, root);
        return reader.soul(root);
    }

    private boolean isReadable(Fields root) {
        String format = root.required(SoulFormat.FORMAT, root.text(SoulFormat.FORMAT), SoulFormat.NAME);
        if (!format.equals(SoulFormat.NAME)) {
            rejections.add(new Rejection.NotAKind(SoulFormat.FORMAT, format));
        }
        root.required(
                SoulFormat.VERSION_FIELD,
                root.whole(SoulFormat.VERSION_FIELD, 1, SoulFormat.VERSION),
                SoulFormat.VERSION);
        return rejections.isEmpty();
    }

    private void check(ObjectNode document, Fields root) {
        String said = root.required(SoulFormat.CHECKSUM, root.text(SoulFormat.CHECKSUM), "");
        ObjectNode summed = document.objectNode().setAll(document);
        summed.remove(SoulFormat.CHECKSUM);
        if (!said.isEmpty() && !Checksum.of(summed).equals(Optional.of(said))) {
            rejections.add(new Rejection.Unreadable(
                    SoulFormat.CHECKSUM, "does not match: the file was changed after it was exported"));
        }
    }

    private Checked<Soul> soul(Fields root) {
        Instant exportedAt = root.required("exported_at", root.instant("exported_at"), Instant.EPOCH);
        WorldTime worldTime = root.required("world_time", worldTime(root, "world_time"), new WorldTime(0));
        Optional<AvatarProfile> profile = ProfileReader.read(root);
        CarriedMind mind = root.has("mind") ? mind(root.object("mind")) : null;
        List<SoulMemory> memories = root.objects("memories", SoulFormat.MOST_MEMORIES).stream()
                .map(memory -> memory(memory, worldTime))
                .toList();
        List<SoulBond> bonds = root.objects("bonds", SoulFormat.MOST_BONDS).stream()
                .map(bond -> bond(bond, worldTime))
                .toList();
        OriginalCard card = root.has("card") ? card(root.object("card")) : null;
        return profile.isEmpty() || !rejections.isEmpty()
                ? new Checked.Refused<>(rejections)
                : new Checked.Accepted<>(
                        new Soul(exportedAt, worldTime, profile.orElseThrow(), mind, memories, bonds, card));
    }

    /** Null when something of it is out of range. */
    private CarriedMind mind(Fields mind) {
        int before = rejections.size();
        double social = number(mind, "social", 0, 100);
        double stimulation = number(mind, "stimulation", 0, 100);
        double comfort = number(mind, "comfort", 0, 100);
        double pressure = number(mind, "sleep_pressure", 0, 1);
        double chronotype = number(mind, "chronotype", 0, Math.nextDown(24.0));
        double mood = number(mind, "mood", -1, 1);
        double gravity = number(mind, "gravity", 0, 1);
        Fields written = mind.object("feelings");
        SortedMap<String, Double> feelings = new TreeMap<>();
        FEELINGS.forEach(name -> written.number(name, -1, 1).ifPresent(offset -> feelings.put(name, offset)));
        String thought = label(mind, "thought");
        boolean asleep = mind.flag("asleep");
        return rejections.size() > before
                ? null
                : new CarriedMind(
                        social, stimulation, comfort, pressure, asleep, chronotype, feelings, mood, gravity, thought);
    }

    private SoulMemory memory(Fields memory, WorldTime exported) {
        String kind = memory.required("kind", memory.text("kind"), "");
        if (memory.has("kind") && MemoryKind.of(kind).isEmpty()) {
            rejections.add(new Rejection.NotAKind(memory.path("kind"), kind));
        }
        return new SoulMemory(
                kind,
                memory.required("content", line(memory, "content", Memory.LONGEST), ""),
                line(memory, "gist", SoulFormat.GIST).orElse(null),
                number(memory, "importance", 0, 1),
                memory.objects("with", Memory.MOST_OTHERS).stream()
                        .map(this::known)
                        .toList(),
                memory.required("occurred_at", past(memory, "occurred_at", exported), exported),
                memory.instant("stored_at").orElse(null),
                memory.text("audience").map(Audience::of).orElse(null),
                memory.flag("with_owner"),
                memory.flag("pinned"),
                memory.whole("recalls", 0, Integer.MAX_VALUE).orElse(0L),
                memory.has("slot") ? slot(memory.object("slot")) : null);
    }

    private FactSlot slot(Fields slot) {
        return new FactSlot(
                slot.required("name", line(slot, "name", FactSlot.MOST_NAME_CHARS), ""),
                slot.required("value", line(slot, "value", FactSlot.MOST_VALUE_CHARS), ""));
    }

    private SoulBond bond(Fields bond, WorldTime exported) {
        String label = bond.required("status", bond.text("status"), BondStatus.STRANGERS.label());
        Optional<BondStatus> status = BondStatus.ifKnown(label);
        if (status.isEmpty()) {
            rejections.add(new Rejection.NotAKind(bond.path("status"), label));
        }
        if (!bond.has("other")) {
            rejections.add(new Rejection.Missing(bond.path("other")));
        }
        List<String> milestones = bond.texts("milestones");
        if (milestones.size() > SoulFormat.MOST_MILESTONES) {
            rejections.add(
                    new Rejection.TooMany(bond.path("milestones"), SoulFormat.MOST_MILESTONES, milestones.size()));
        }
        return new SoulBond(
                bond.has("other") ? known(bond.object("other")) : null,
                status.orElse(BondStatus.STRANGERS),
                number(bond, "familiarity", 0, 1),
                number(bond, "trust", 0, 1),
                number(bond, "affection", 0, 1),
                number(bond, "attraction", 0, 1),
                bond.whole("encounters", 0, Long.MAX_VALUE).orElse(0L),
                bond.whole("conflicts", 0, Long.MAX_VALUE).orElse(0L),
                milestones,
                past(bond, "met_at", exported).orElse(null),
                past(bond, "last_contact", exported).orElse(null));
    }

    private Known known(Fields other) {
        return new Known(
                other.required("id", other.id("id").map(AvatarId::new), null),
                other.text("name")
                        .flatMap(name -> PlainText.line(other.path("name"), ProfileReader.NAME)
                                .read(name, rejections))
                        .orElse(null));
    }

    /** The original has to be a card that could be imported by itself. */
    private OriginalCard card(Fields card) {
        String type = card.required("media_type", card.text("media_type"), OriginalCard.JSON);
        if (!type.equals(OriginalCard.PNG) && !type.equals(OriginalCard.JSON)) {
            rejections.add(new Rejection.NotAKind(card.path("media_type"), type));
        }
        byte[] bytes = card.required("original", original(card), new byte[0]);
        if (bytes.length > 0) {
            CardReader.read(bytes)
                    .rejections()
                    .forEach(wrong -> rejections.add(new Rejection.Unreadable(
                            card.path("original"), "(" + wrong.field() + ") " + wrong.reason())));
        }
        return new OriginalCard(type, bytes);
    }

    private Optional<byte[]> original(Fields card) {
        try {
            return card.text("original").map(Base64.getDecoder()::decode);
        } catch (IllegalArgumentException e) {
            rejections.add(new Rejection.Unreadable(card.path("original"), "is not Base64"));
            return Optional.empty();
        }
    }

    private static double number(Fields fields, String name, double least, double most) {
        return fields.required(name, fields.number(name, least, most), least);
    }

    private Optional<String> line(Fields fields, String name, int most) {
        return fields.text(name)
                .flatMap(text -> PlainText.paragraphs(fields.path(name), most).read(text, rejections));
    }

    private String label(Fields fields, String name) {
        return fields.text(name)
                .flatMap(text ->
                        PlainText.line(fields.path(name), SoulFormat.LABEL).read(text, rejections))
                .orElse(null);
    }

    private Optional<WorldTime> past(Fields fields, String name, WorldTime exported) {
        Optional<WorldTime> time = worldTime(fields, name);
        if (time.isPresent() && time.orElseThrow().compareTo(exported) > 0) {
            rejections.add(new Rejection.Unreadable(
                    fields.path(name), "must not be after world_time: got " + time.orElseThrow()));
        }
        return time;
    }

    private Optional<WorldTime> worldTime(Fields fields, String name) {
        return fields.instant(name).flatMap(instant -> {
            long seconds = instant.getEpochSecond();
            if (Math.abs(seconds) > HORIZON_MILLIS / 1_000) {
                rejections.add(new Rejection.Unreadable(
                        fields.path(name), "must be within the calendar of a world: got " + instant));
                return Optional.empty();
            }
            return Optional.of(new WorldTime(instant.toEpochMilli()));
        });
    }
}
