package viva.gateway.account;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import viva.platform.service.problem.Problem;
import viva.platform.service.problem.Problem.FieldError;
import viva.platform.service.problem.ProblemType;
import viva.platform.service.problem.Rejected;

/** What an account's fields may be. Collects everything that is wrong, so that a form can show it all at once. */
final class AccountRules {
    static final int MIN_PASSWORD = 8;

    /** Bytes, not characters: the bound of the bcrypt hashes that clients may have been written for. */
    static final int MAX_PASSWORD_BYTES = 72;

    private static final int MAX_EMAIL = 254;
    private static final int MAX_DISPLAY_NAME = 80;

    /** One @ with something without spaces and controls before it, and a host after it; only a mail sent there would prove more. */
    private static final Pattern EMAIL =
            Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?");

    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{2,29}");

    private final List<FieldError> errors = new ArrayList<>();

    AccountRules email(String email) {
        return check(
                "email",
                email,
                email != null
                        && email.length() <= MAX_EMAIL
                        && EMAIL.matcher(email).matches(),
                "must be an e-mail address of at most " + MAX_EMAIL + " characters");
    }

    AccountRules username(String username) {
        return check(
                "username",
                username,
                username != null && USERNAME.matcher(username).matches(),
                "must have 3 to 30 letters, digits, dots, dashes or underscores and begin with a letter or digit");
    }

    AccountRules password(String field, String password) {
        if (password == null) {
            return check(field, null, false, "");
        }
        int bytes = password.getBytes(StandardCharsets.UTF_8).length;
        check(
                field,
                password,
                password.length() >= MIN_PASSWORD && bytes <= MAX_PASSWORD_BYTES,
                "must have at least " + MIN_PASSWORD + " characters and at most " + MAX_PASSWORD_BYTES + " bytes");
        return check(
                field,
                password,
                has(password, Character::isLowerCase)
                        && has(password, Character::isUpperCase)
                        && has(password, Character::isDigit),
                "must have a lower-case letter, an upper-case letter and a digit");
    }

    AccountRules displayName(String name) {
        return name == null
                ? this
                : check(
                        "display_name",
                        name,
                        !name.isBlank() && name.length() <= MAX_DISPLAY_NAME && !has(name, Character::isISOControl),
                        "must have 1 to " + MAX_DISPLAY_NAME + " characters and no control characters");
    }

    AccountRules locale(String locale) {
        return locale == null
                ? this
                : check("locale", locale, isLocale(locale), "must be a language tag such as en or de-AT");
    }

    AccountRules timezone(String timezone) {
        return timezone == null
                ? this
                : check(
                        "timezone",
                        timezone,
                        ZoneId.getAvailableZoneIds().contains(timezone),
                        "must be a time zone such as Europe/Vienna");
    }

    /** Fails with a {@link Rejected} that names every broken rule. */
    void orReject() {
        if (!errors.isEmpty()) {
            FieldError first = errors.getFirst();
            throw Rejected.with(Problem.of(ProblemType.INVALID, first.field() + " " + first.message(), errors));
        }
    }

    private AccountRules check(String field, String value, boolean holds, String message) {
        if (!holds) {
            errors.add(new FieldError(field, value == null ? "is required" : message));
        }
        return this;
    }

    private static boolean isLocale(String tag) {
        try {
            return !tag.isEmpty()
                    && tag.length() <= 35
                    && !new Locale.Builder()
                            .setLanguageTag(tag)
                            .build()
                            .getLanguage()
                            .isEmpty();
        } catch (IllformedLocaleException malformed) {
            return false;
        }
    }

    private static boolean has(String text, IntPredicate kind) {
        return text.codePoints().anyMatch(kind);
    }
}
