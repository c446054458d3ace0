package viva.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.platform.testkit.Waiting;

class WebAppTest {
    private static final String PASSWORD = "Secret-pass-1";
    private static final double PATIENCE_MILLIS = Waiting.PATIENCE.toMillis();

    private final World world = World.whole();
    private Browser browser;
    private Page page;

    @BeforeEach
    void open_the_page() {
        setDefaultAssertionTimeout(PATIENCE_MILLIS);
        browser = Browser.start();
        page = browser.visit(world.url());
    }

    @AfterEach
    void close_the_browser() {
        browser.close();
    }

    @Test
    void an_owner_signs_up_creates_an_avatar_and_is_answered() {
        signUp(PASSWORD);
        assertThat(page.getByText("Nobody lives here yet")).isVisible();

        createAvatar("Luna");
        say("Hello Luna, how are you?");

        assertThat(answers()).hasCount(1);
        assertThat(answers().first()).hasText(Pattern.compile("\\S"));
        assertThat(page.getByRole(AriaRole.METER, new Page.GetByRoleOptions().setName("Mood")))
                .isVisible();
        assertThat(page.getByText("world time", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(browser.complaints())
                .as("complaints, but for answers of a busy machine that ask to come back")
                .allMatch(complaint -> complaint.contains("status of 503"));
    }

    @Test
    void whoever_comes_back_finds_the_conversation_again() {
        signUp(PASSWORD);
        createAvatar("Sol");
        say("Remember this.");
        assertThat(answers()).hasCount(1);

        page.reload();

        assertThat(page.getByText("Remember this.", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(answers()).hasCount(1);
    }

    @Test
    void what_is_written_while_the_gateway_is_dead_is_sent_once_when_it_is_back() {
        signUp(PASSWORD);
        createAvatar("Mara");
        say("First.");
        assertThat(answers()).hasCount(1);

        world.instances("gateway").getFirst().kill();
        assertThat(page.getByText("Reconnecting")).isVisible();
        say("Second.");

        assertThat(answers()).hasCount(2);
        assertThat(page.locator("article.owner")).hasCount(2);
        assertThat(page.getByText("Reconnecting")).isHidden();
    }

    @Test
    void what_is_wrong_is_said_beside_its_field() {
        signUp("all-lower-case-1");

        Locator password = page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true));
        assertThat(password).hasAttribute("aria-invalid", "true");
        assertThat(password).isFocused();
        assertThat(page.locator(".error")).isVisible();
    }

    private void signUp(String password) {
        String name = "visitor%d".formatted(ThreadLocalRandom.current().nextLong(1_000_000_000_000L));
        page.getByLabel("E-mail").fill(name + "@example.org");
        page.getByLabel("User name").fill(name);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
        button("Create account").click();
    }

    private void createAvatar(String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Create an avatar"))
                .click();
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(name);
        button("Surprise me").click();
        assertThat(button("Surprise me")).isEnabled();
        button("Bring to life").click();
        assertThat(page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(name).setExact(true)))
                .isVisible();
    }

    private void say(String content) {
        page.getByPlaceholder("Write to").fill(content);
        button("Send").click();
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator answers() {
        return page.locator("article.avatar .content");
    }
}
