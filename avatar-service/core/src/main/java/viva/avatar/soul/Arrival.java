package viva.avatar.soul;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import viva.avatar.card.CardReader;
import viva.avatar.card.CharacterCard;
import viva.avatar.document.Documents;
import viva.avatar.memory.Memory;
import viva.avatar.memory.MemoryKind;
import viva.avatar.memory.Origin;
import viva.avatar.personality.Catalogue;
import viva.avatar.personality.RandomPersonality;
import viva.avatar.profile.Checked;
import viva.avatar.profile.Rejection;
import viva.contracts.Audience;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.CarriedMind;
import viva.contracts.UnitInterval;
import viva.contracts.WorldTime;

/**
 * A new avatar that comes from a file: what it is, and what it brings.
 *
 * @param mind null when its life begins as every life does
 * @param memories by the calendar of this world, the oldest first
 * @param card to be kept as it came, or null
 */
public record Arrival(AvatarProfile profile, CarriedMind mind, List<Brought> memories, OriginalCard card) {
    public Arrival {
        memories = List.copyOf(memories);
    }

    /**
     * A memory that is brought.
     *
     * @param storedAt real time, never in the future
     * @param recalls how often an event used it
     */
    public record Brought(Memory memory, Instant storedAt, boolean pinned, int recalls) {}

    /**
     * The avatar in a file, which is a soul file or a character card (JSON or PNG), or everything that is wrong with it.
     *
     * @param worldNow of this world, to which the times in the file are shifted: what is a day ago there is a day ago here
     * @param catalogue from which a personality is drawn for a card, the same one for the same card
     */
    public static Checked<Arrival> of(byte[] file, WorldTime worldNow, Instant now, Catalogue catalogue) {
        if (CardReader.isPng(file)) {
            return ofCard(CardReader.read(file), new OriginalCard(OriginalCard.PNG, file), catalogue);
        }
        return switch (Documents.object("file", file)) {
            case Checked.Refused<ObjectNode>(List<Rejection> wrong) -> new Checked.Refused<>(wrong);
            case Checked.Accepted<ObjectNode>(ObjectNode document) -> {
                if (SoulReader.isSoul(document)) {
                    yield ofSoul(SoulReader.read(document), worldNow, now);
                }
                yield CardReader.isCard(document)
                        ? ofCard(CardReader.read(file), new OriginalCard(OriginalCard.JSON, file), catalogue)
                        : new Checked.Refused<>(List.of(
                                new Rejection.Unreadable("file", "is neither a soul file nor a character card")));
            }
        };
    }

    private static Checked<Arrival> ofCard(Checked<CharacterCard> read, OriginalCard original, Catalogue catalogue) {
        return switch (read) {
            case Checked.Refused<CharacterCard>(List<Rejection> wrong) -> new Checked.Refused<>(wrong);
            case Checked.Accepted<CharacterCard>(CharacterCard card) ->
                new Checked.Accepted<>(new Arrival(
                        new AvatarProfile(
                                card.name(),
                                "",
                                null,
                                card.age(),
                                null,
                                RandomPersonality.draw(new SplittableRandom(seed(original.bytes())), catalogue),
                                false,
                                card.persona()),
                        null,
                        List.of(),
                        original));
        };
    }

    private static Checked<Arrival> ofSoul(Checked<Soul> read, WorldTime worldNow, Instant now) {
        return switch (read) {
            case Checked.Refused<Soul>(List<Rejection> wrong) -> new Checked.Refused<>(wrong);
            case Checked.Accepted<Soul>(Soul soul) ->
                new Checked.Accepted<>(
                        new Arrival(soul.profile(), soul.mind(), memories(soul, worldNow, now), soul.card()));
        };
    }

    private static List<Brought> memories(Soul soul, WorldTime worldNow, Instant now) {
        long shift = worldNow.millis() - soul.worldTime().millis();
        List<Brought> brought = new ArrayList<>();
        for (SoulMemory memory : soul.memories()) {
            Instant stored = stored(memory.storedAt(), now);
            List<AvatarId> with = ids(memory.with());
            brought.add(new Brought(
                    new Memory(
                            MemoryKind.of(memory.kind()).orElseThrow(),
                            memory.content(),
                            memory.gist(),
                            new UnitInterval(memory.importance()),
                            with,
                            new WorldTime(memory.occurredAt().millis() + shift),
                            audience(memory, with),
                            null,
                            memory.slot(),
                            new Origin(memory.withOwner(), false, List.of(), null, stored)),
                    stored,
                    memory.pinned(),
                    Math.toIntExact(memory.recalls())));
        }
        for (SoulBond bond : soul.bonds()) {
            WorldTime last = Objects.requireNonNullElse(bond.lastContact(), soul.worldTime());
            BondMemories.of(bond, soul.profile().locale())
                    .ifPresent(words -> brought.add(new Brought(
                            new Memory(
                                    MemoryKind.MILESTONE,
                                    words.content(),
                                    null,
                                    new UnitInterval(words.importance()),
                                    List.of(bond.other().id()),
                                    new WorldTime(last.millis() + shift),
                                    Audience.PAIR,
                                    null,
                                    null,
                                    new Origin(false, false, List.of(), null, now)),
                            now,
                            false,
                            0)));
        }
        brought.sort(Comparator.comparing(Brought::storedAt)
                .thenComparing(one -> one.memory().occurredAt()));
        return brought;
    }

    private static Audience audience(SoulMemory memory, List<AvatarId> with) {
        Audience usual = with.isEmpty() ? Audience.OWNER : Audience.PAIR;
        return memory.audience() == null ? usual : memory.audience();
    }

    private static List<AvatarId> ids(List<Known> others) {
        return others.stream().map(Known::id).distinct().toList();
    }

    private static Instant stored(Instant said, Instant now) {
        return said == null || said.isAfter(now) ? now : said;
    }

    private static long seed(byte[] file) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(file))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
