package viva.gateway.account;

import java.time.Duration;
import viva.gateway.mail.Letter;

/** What is written to addresses that an account claims. */
final class CodeLetters {
    private CodeLetters() {}

    /** To an address that no account has confirmed. */
    static Letter code(String to, String username, String code, Duration lifetime) {
        return new Letter(to, "VIVA: confirm your e-mail address", """
                Hello,

                this address was given for the VIVA account %s. To confirm it, enter this code there:

                    %s

                It holds for %d minutes. If you know nothing of this, do nothing: without the code the address stays unconfirmed. Never
                tell the code to anybody.
                """.formatted(username, code, lifetime.toMinutes()));
    }

    /** To an address that another account has confirmed: only its owner learns that, and gets no code to be talked out of. */
    static Letter known(String to) {
        return new Letter(to, "VIVA: you have an account already", """
                Hello,

                somebody gave this address for another VIVA account. You have one already, so there is no code in this mail: sign in to the
                account that you have. If that was not you, do nothing: nothing of yours has changed.
                """);
    }
}
