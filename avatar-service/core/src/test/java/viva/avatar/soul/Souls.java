package viva.avatar.soul;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import viva.contracts.AttachmentStyle;
import viva.contracts.Audience;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.BondStatus;
import viva.contracts.CarriedMind;
import viva.contracts.FactSlot;
import viva.contracts.HumorStyle;
import viva.contracts.LoveLanguage;
import viva.contracts.Personality;
import viva.contracts.UnitInterval;
import viva.contracts.WorldTime;

/** The souls of these tests. */
final class Souls {
    static final AvatarId SOL = AvatarId.of("0198c0de-0000-7000-8000-000000000002");
    static final WorldTime LEFT = WorldTime.parse("2030-03-01T17:00:00Z");
    static final Instant EXPORTED = Instant.parse("2026-11-01T10:00:00Z");
    static final String CARD = "{\"spec\":\"chara_card_v2\",\"data\":{\"name\":\"Luna\",\"unknown\":[1, 2]}}";

    private Souls() {}

    static Soul luna() {
        return new Soul(
                EXPORTED,
                LEFT,
                new AvatarProfile(
                        "Luna",
                        "Looks up.",
                        "woman",
                        27,
                        "en",
                        personality(),
                        true,
                        "Luna maps the sky over her roof."),
                new CarriedMind(
                        60, 55, 70, 1 / 3.0, false, 15.6, new TreeMap<>(Map.of("joy", .25)), -.1, 1e-7, "curious"),
                List.of(
                        new SoulMemory(
                                "interaction",
                                "Sol and I laughed about a comet.",
                                "Sol and a comet",
                                .4,
                                List.of(new Known(SOL, "Sol")),
                                WorldTime.parse("2030-02-28T17:00:00Z"),
                                Instant.parse("2026-10-31T10:00:00Z"),
                                Audience.PAIR,
                                false,
                                false,
                                3,
                                null),
                        new SoulMemory(
                                "experience",
                                "My owner has a dog called Bruno.",
                                null,
                                .8,
                                List.of(),
                                WorldTime.parse("2030-02-20T09:00:00Z"),
                                null,
                                Audience.OWNER,
                                true,
                                true,
                                0,
                                new FactSlot("pets:dog", "Bruno"))),
                List.of(
                        new SoulBond(
                                new Known(SOL, "Sol"),
                                BondStatus.PARTNERS,
                                .9,
                                .8,
                                .7,
                                .6,
                                41,
                                2,
                                List.of("became_friends"),
                                WorldTime.parse("2030-01-02T09:00:00Z"),
                                WorldTime.parse("2030-02-28T17:00:00Z")),
                        new SoulBond(
                                new Known(new AvatarId(new UUID(1, 1)), null),
                                BondStatus.FRIENDS,
                                .9,
                                .8,
                                .7,
                                .6,
                                4,
                                0,
                                List.of(),
                                null,
                                null)),
                new OriginalCard(OriginalCard.JSON, CARD.getBytes(StandardCharsets.UTF_8)));
    }

    static Personality personality() {
        return new Personality(
                new UnitInterval(.85),
                new UnitInterval(.6),
                new UnitInterval(.4),
                new UnitInterval(.75),
                new UnitInterval(.3),
                HumorStyle.WITTY,
                LoveLanguage.WORDS,
                AttachmentStyle.SECURE,
                List.of("astronomy"),
                List.of("growth"));
    }
}
