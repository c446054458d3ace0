package viva.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import viva.platform.service.problem.Problem.FieldError;
import viva.platform.service.problem.Rejected;

class AccountRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"ada@example.org", "a+b@x.io", "ünï@example.org", "a@localhost"})
    void e_mail_addresses_that_exist_are_taken(String email) {
        assertThatCode(() -> new AccountRules().email(email).orReject()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ada", "ada@", "@x.org", "a b@x.org", "a@x..org@y", "a@-", "a\u0000@x.org"})
    void what_is_no_e_mail_address_is_refused(String email) {
        assertThat(blamed(new AccountRules().email(email))).containsExactly("email");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "-ada", "ada lovelace", "ada@x", "ädä", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void what_is_no_user_name_is_refused(String username) {
        assertThat(blamed(new AccountRules().username(username))).containsExactly("username");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Abcdefg1",
                "Ünïcöde 1 ist lang",
                "Aa1aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void passwords_within_the_rules_are_taken(String password) {
        assertThatCode(() -> new AccountRules().password("password", password).orReject())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Abcdef1", "abcdefg1", "ABCDEFG1", "Abcdefgh", "Aa1ääääääääääääääääääääääääääääääääääää"})
    void passwords_outside_the_rules_are_refused(String password) {
        assertThat(blamed(new AccountRules().password("password", password))).containsExactly("password");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        AccountRules rules = new AccountRules()
                .email(null)
                .username("x")
                .password("password", "short")
                .displayName(" ")
                .locale("not a locale")
                .timezone("Mars/Olympus");

        assertThat(blamed(rules))
                .containsExactly("email", "username", "password", "password", "display_name", "locale", "timezone");
    }

    private static List<String> blamed(AccountRules rules) {
        Rejected rejected = catchThrowableOfType(Rejected.class, rules::orReject);
        return rejected.problem().errors().stream().map(FieldError::field).toList();
    }
}
