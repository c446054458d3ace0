package viva.avatar.soul;

import java.util.Locale;
import java.util.Optional;
import viva.contracts.BondStatus;

/** What a bond of another life becomes: a memory of somebody, who is a stranger now. */
final class BondMemories {
    private BondMemories() {}

    /**
     * The words of a memory.
     *
     * @param importance in [0, 1]
     */
    record Words(String content, double importance) {}

    /** Empty for somebody whose name is not known, or whom it never knew. */
    static Optional<Words> of(SoulBond bond, String locale) {
        String name = bond.other().name();
        if (name == null || bond.status() == BondStatus.STRANGERS) {
            return Optional.empty();
        }
        boolean portuguese = Locale.forLanguageTag(locale).getLanguage().equals("pt");
        String content = portuguese
                ? "Na vida de onde eu venho, " + portuguese(bond.status()).formatted(name)
                : "In the life I come from, " + english(bond.status()).formatted(name);
        return Optional.of(new Words(content, importance(bond.status())));
    }

    private static String english(BondStatus status) {
        return switch (status) {
            case STRANGERS -> "I did not know %s.";
            case ACQUAINTANCES -> "I knew %s a little.";
            case FRIENDS -> "%s and I were friends.";
            case CLOSE_FRIENDS -> "%s and I were close friends.";
            case BEST_FRIENDS -> "%s was my best friend.";
            case CRUSH -> "there was a crush between %s and me.";
            case MUTUAL_CRUSH -> "%s and I were falling for each other.";
            case DATING -> "%s and I were dating.";
            case PARTNERS -> "%s and I were partners.";
            case COMPLICATED -> "it was complicated between %s and me.";
            case EX -> "%s and I were a couple once.";
        };
    }

    private static String portuguese(BondStatus status) {
        return switch (status) {
            case STRANGERS -> "eu não conhecia %s.";
            case ACQUAINTANCES -> "eu conhecia %s um pouco.";
            case FRIENDS -> "%s e eu tínhamos amizade.";
            case CLOSE_FRIENDS -> "%s e eu tínhamos uma grande amizade.";
            case BEST_FRIENDS -> "minha melhor amizade era com %s.";
            case CRUSH -> "havia uma paixão entre %s e mim.";
            case MUTUAL_CRUSH -> "%s e eu estávamos nos apaixonando.";
            case DATING -> "%s e eu namorávamos.";
            case PARTNERS -> "%s e eu formávamos um casal.";
            case COMPLICATED -> "era complicado entre %s e mim.";
            case EX -> "%s e eu já formamos um casal.";
        };
    }

    /** Ours: the closer the two were, the longer it is remembered. */
    private static double importance(BondStatus status) {
        return switch (status) {
            case STRANGERS, ACQUAINTANCES -> .3;
            case FRIENDS -> .5;
            case CLOSE_FRIENDS, COMPLICATED -> .6;
            case BEST_FRIENDS, CRUSH, MUTUAL_CRUSH, EX -> .7;
            case DATING -> .8;
            case PARTNERS -> .9;
        };
    }
}
