package viva.life.input;

import java.util.List;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.DialogueAct;
import viva.contracts.Reading;
import viva.contracts.SaidHash;
import viva.contracts.WorldTime;
import viva.contracts.message.SpeakV1;
import viva.life.conversation.Encounter;
import viva.life.conversation.Line;
import viva.life.presence.Reach;
import viva.life.resident.Resident;
import viva.life.tie.Tie;
import viva.life.tie.TieStatus;

/** What words depend on beside the scene, and who pays for them. */
final class Contexts {
    private Contexts() {}

    /**
     * Of words to the owner.
     *
     * @param profile null when it is not known
     * @param reach where the owner is, or null
     * @param reading of what is to be answered, or null
     */
    static SpeakV1.Context toOwner(
            Resident resident,
            AvatarProfile profile,
            WorldTime at,
            Reach reach,
            Reading reading,
            List<Integer> saidBefore) {
        return new SpeakV1.Context(
                resident.owner(),
                false,
                profile != null && profile.offlineOnly(),
                reach == null ? null : reach.locale(),
                reach == null ? null : reach.country(),
                resident.mind().concernedAt(at.millis()),
                reading,
                null,
                saidBefore,
                List.of());
    }

    /**
     * Of a turn between two avatars. Where one owner wants no model, it gets the lines of neither; the concern about an owner is nothing for
     * others.
     */
    static SpeakV1.Context ofTurn(Encounter encounter, int turn, AvatarProfile host, List<Line> before) {
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
                || tie.status() == TieStatus.STRANGERS
                || (argued && tie.status() != TieStatus.COMPLICATED);
    }
}
