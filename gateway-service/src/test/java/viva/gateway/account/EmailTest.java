package viva.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import viva.gateway.support.FakeServices;
import viva.gateway.support.Owner;
import viva.platform.testkit.VivaServers;
import viva.platform.testkit.Waiting;

@QuarkusTest
@WithTestResource(
        value = VivaServers.class,
        initArgs = {
            @ResourceArg(name = "service", value = "gateway"),
            @ResourceArg(name = "servers", value = "postgres,rabbitmq,redis")
        })
@WithTestResource(FakeServices.class)
class EmailTest {
    private static final Pattern CODE = Pattern.compile("\\b\\d{8}\\b");

    @Inject
    MockMailbox mailbox;

    @Test
    void an_address_is_no_login_until_its_code_comes_back() {
        Owner owner = Owner.signUp();
        String address = addressOf(owner);
        me(owner)
                .body("email", equalTo(address))
                .body("email_confirmed", equalTo(false))
                .body("pending_email", equalTo(address));
        signIn(address).statusCode(401);

        confirm(owner, code(address, 1))
                .statusCode(200)
                .body("email_confirmed", equalTo(true))
                .body("pending_email", nullValue());

        signIn(address.toUpperCase(Locale.ROOT)).statusCode(200).body("account.id", equalTo(owner.id()));
    }

    @Test
    void a_code_works_once_and_for_its_own_account() {
        Owner owner = Owner.signUp();
        Owner stranger = Owner.signUp();
        String code = code(addressOf(owner), 1);

        confirm(stranger, code).statusCode(422).body("errors.field", contains("code"));
        confirm(owner, code).statusCode(200);
        confirm(owner, code).statusCode(422);
    }

    @Test
    void after_five_wrong_codes_the_right_one_holds_no_more_and_another_can_be_sent() {
        Owner owner = Owner.signUp();
        String code = code(addressOf(owner), 1);
        String wrong = code.equals("00000000") ? "11111111" : "00000000";
        for (int i = 0; i < 5; i++) {
            confirm(owner, wrong).statusCode(422);
        }

        confirm(owner, code).statusCode(422);
        owner.asks().post("/api/me/email-code").then().statusCode(202);

        confirm(owner, code(addressOf(owner), 2)).statusCode(200);
    }

    @Test
    void opening_an_account_does_not_tell_whether_the_address_is_known() {
        Owner known = Owner.signUp();
        confirm(known, code(addressOf(known), 1)).statusCode(200);
        String someName = known.username() + "x";

        ValidatableResponse answer = Owner.post(
                "/api/accounts", Map.of("email", addressOf(known), "username", someName, "password", Owner.PASSWORD));

        answer.statusCode(201)
                .body("account.email", equalTo(addressOf(known)))
                .body("account.email_confirmed", equalTo(false));
        Mail second = mails(addressOf(known), 2).getLast();
        assertThat(second.getText()).contains("You have one already").doesNotContainPattern(CODE);
        signIn(addressOf(known)).statusCode(200).body("account.id", equalTo(known.id()));
    }

    @Test
    void changing_an_address_does_not_tell_either_and_the_confirmed_one_stays_until_the_code_comes_back() {
        Owner known = Owner.signUp();
        confirm(known, code(addressOf(known), 1)).statusCode(200);
        Owner owner = Owner.signUp();
        confirm(owner, code(addressOf(owner), 1)).statusCode(200);

        change(owner, addressOf(known))
                .statusCode(200)
                .body("email", equalTo(addressOf(owner)))
                .body("pending_email", equalTo(addressOf(known)));
        change(owner, "new-" + addressOf(owner)).statusCode(200).body("email", equalTo(addressOf(owner)));
        signIn(addressOf(owner)).statusCode(200);

        confirm(owner, code("new-" + addressOf(owner), 1))
                .statusCode(200)
                .body("email", equalTo("new-" + addressOf(owner)));
        signIn(addressOf(owner)).statusCode(401);
        signIn("new-" + addressOf(owner)).statusCode(200);
    }

    @Test
    void of_two_who_claim_one_address_the_first_to_confirm_it_has_it() {
        Owner first = Owner.signUp();
        String address = addressOf(first);
        String firstCode = code(address, 1);
        Owner second = Owner.of(Owner.post(
                        "/api/accounts",
                        Map.of("email", address, "username", first.username() + "x", "password", Owner.PASSWORD))
                .statusCode(201)
                .extract()
                .jsonPath());
        String secondCode = code(address, 2);

        confirm(second, secondCode).statusCode(200);

        confirm(first, firstCode).statusCode(422).body("errors.field", contains("code"));
        signIn(address).statusCode(200).body("account.id", equalTo(second.id()));
    }

    @Test
    void codes_are_not_sent_without_end() {
        Owner owner = Owner.signUp();

        for (int i = 0; i < 5; i++) {
            owner.asks().post("/api/me/email-code").then().statusCode(202);
        }

        owner.asks().post("/api/me/email-code").then().statusCode(429);
    }

    /** The code in the newest of so many mails. */
    private String code(String address, int count) {
        Matcher code = CODE.matcher(mails(address, count).getLast().getText());
        assertThat(code.find()).isTrue();
        return code.group();
    }

    private List<Mail> mails(String address, int count) {
        Waiting.await().until(() -> mailbox.getMailsSentTo(address).size() >= count);
        return mailbox.getMailsSentTo(address);
    }

    private static String addressOf(Owner owner) {
        return owner.username() + "@Example.org";
    }

    private static ValidatableResponse me(Owner owner) {
        return owner.asks().get("/api/me").then().statusCode(200);
    }

    private static ValidatableResponse confirm(Owner owner, String code) {
        return owner.asks()
                .contentType(ContentType.JSON)
                .body(Map.of("code", code))
                .post("/api/me/email-confirmation")
                .then();
    }

    private static ValidatableResponse change(Owner owner, String email) {
        return owner.asks()
                .contentType(ContentType.JSON)
                .body(Map.of("email", email, "current_password", Owner.PASSWORD))
                .patch("/api/me")
                .then();
    }

    private static ValidatableResponse signIn(String login) {
        return Owner.post("/api/sessions", Map.of("login", login, "password", Owner.PASSWORD));
    }
}
