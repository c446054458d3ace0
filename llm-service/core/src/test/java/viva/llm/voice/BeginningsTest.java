package viva.llm.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import viva.contracts.AttachmentStyle;
import viva.contracts.Author;
import viva.contracts.HumorStyle;
import viva.contracts.LoveLanguage;
import viva.contracts.message.SpeakV1;
import viva.contracts.message.SpeakV1.News;

class BeginningsTest {
    private static final OfflineVoice VOICE = new OfflineVoice();
    private static final Requests MIRA = Requests.average();
    private static final List<String> LANGUAGES = List.of("en", "de", "es", "pt");
    private static final List<String> TOPICS = List.of(
            "wandering",
            "lonely",
            "curious",
            "tired",
            "uneasy",
            "happy",
            "sad",
            "angry",
            "worried",
            "loving",
            "excited",
            "owner");
    private static final List<String> KINDS = List.of(
            "talked",
            "explored",
            "slept",
            "became_acquaintances",
            "became_friends",
            "became_close_friends",
            "became_best_friends",
            "first_crush",
            "found_love_returned",
            "started_dating",
            "became_partners",
            "first_conflict",
            "made_up",
            "broke_up");
    private static final Pattern UNFILLED = Pattern.compile("[{}\\[\\]|]|null|  ");
    /** Blame for an absence, claims on the owner's time, and questions that ask for a reason. */
    private static final Pattern GUILT = Pattern.compile(
            "(?i)where (were|have) you|\\bfinally\\b|at last|wait(ed|ing) for you|left me|leave me|forgot(ten)? (about )?me|abandon"
                    + "|neglect|without you I|so long|you never|you should have|why (did|were|are|have)n.t you|why so late|ignor(e|ed) me"
                    + "|long time no|missed you|took you|gone for|been away|alone because"
                    + "|endlich|wo warst du|wo bist du geblieben|auf dich gewartet|allein gelassen|vergessen hast|so lange weg"
                    + "|lange nicht|warum hast du nicht|im stich gelassen|hast mich|du warst weg|vermisst"
                    + "|por fin|dónde estabas|dónde has estado|te esperaba|te esperé|me dejaste|me olvidaste|abandonad|tanto tiempo"
                    + "|por qué no viniste|te extrañé|te eché de menos|tardaste|te fuiste"
                    + "|finalmente|onde estavas|onde estiveste|onde você estava|esperei por|à tua espera|me deixaste|deixaste-me"
                    + "|me deixou|esqueceste|há quanto tempo|porque não vieste|tive saudades|demoraste|foste embora");

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "pt"})
    void every_topic_has_sixty_thoughts_and_more(String language) {
        Requests thinker = MIRA.speaking(language);
        for (String topic : TOPICS) {
            for (String about : new String[] {null, "Sol"}) {
                Set<String> thoughts = new HashSet<>();
                for (int i = 0; i < 500; i++) {
                    thoughts.add(VOICE.speak(thinker.thinking(topic, about, i)).content());
                }

                assertThat(thoughts).as(topic + " about " + about).hasSizeGreaterThanOrEqualTo(60);
            }
        }
    }

    @Test
    void a_thought_is_short_even_when_its_names_are_long() {
        Requests wordy = MIRA.who(Requests.personality(
                .9,
                .9,
                .9,
                .9,
                .9,
                HumorStyle.SARCASTIC,
                LoveLanguage.TIME,
                AttachmentStyle.ANXIOUS,
                "an interest of thirty letters x"));
        for (String language : LANGUAGES) {
            for (String topic : TOPICS) {
                for (int i = 0; i < 300; i++) {
                    String about = i % 2 == 0 ? null : "Maximiliane von Hohenstaufen X";
                    String thought = VOICE.speak(wordy.speaking(language).thinking(topic, about, i))
                            .content();

                    assertThat(thought)
                            .isNotBlank()
                            .hasSizeLessThanOrEqualTo(160)
                            .doesNotContainPattern(UNFILLED);
                }
            }
        }
    }

    @Test
    void a_thought_about_somebody_names_them() {
        int named = 0;
        for (String topic : TOPICS.subList(0, 11)) {
            for (int i = 0; i < 100; i++) {
                named += VOICE.speak(MIRA.thinking(topic, "Sol", i)).content().contains("Sol") ? 1 : 0;
            }
        }

        assertThat(named).isEqualTo(1_100);
    }

    @Test
    void the_latest_thoughts_do_not_come_again() {
        List<SpeakV1.Line> earlier = new java.util.ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String thought = VOICE.speak(MIRA.after(earlier).thinking("wandering", null, i))
                    .content();

            assertThat(earlier).extracting(SpeakV1.Line::content).doesNotContain(thought);
            earlier.add(new SpeakV1.Line(Author.AVATAR, thought));
        }
    }

    @Test
    void a_topic_nobody_has_words_for_becomes_a_wandering_thought() {
        for (int i = 0; i < 50; i++) {
            assertThat(VOICE.draft(MIRA.thinking("taxes", "Sol", i)).parts())
                    .extracting(Draft.Part::key)
                    .first()
                    .isEqualTo("thought.wandering");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "pt"})
    void nobody_who_comes_or_is_written_to_is_blamed(String language) {
        for (HumorStyle humor : HumorStyle.values()) {
            for (AttachmentStyle attachment : AttachmentStyle.values()) {
                Requests who = MIRA.speaking(language)
                        .who(Requests.personality(
                                .5, .5, .9, .2, .9, humor, LoveLanguage.TIME, attachment, "tea", "chess"))
                        .in(Requests.state(40, 5, 20, 30, -.8, Requests.NONE));
                for (int i = 0; i < 150; i++) {
                    List<News> news = List.of(
                            new News(KINDS.get(i % KINDS.size()), "Sol", 1),
                            new News(KINDS.get((i + 5) % KINDS.size()), null, i % 4 + 1));
                    String greeting = VOICE.speak(who.greeting(news, i)).content();
                    String first = VOICE.speak(who.reachingOut(i % 2 == 0 ? List.of() : news, i))
                            .content();

                    assertThat(greeting).isNotBlank().doesNotContainPattern(GUILT);
                    assertThat(first).isNotBlank().doesNotContainPattern(GUILT);
                }
            }
        }
    }

    @Test
    void a_greeting_tells_up_to_two_news_in_words() {
        List<News> news = List.of(
                new News("became_friends", "Sol", 1), new News("talked", "Kai", 3), new News("talked", "Uma", 1));
        for (String language : LANGUAGES) {
            for (int i = 0; i < 100; i++) {
                String greeting =
                        VOICE.speak(MIRA.speaking(language).greeting(news, i)).content();

                assertThat(greeting)
                        .contains("Sol", "Kai", "3")
                        .doesNotContain("Uma")
                        .doesNotContainPattern(UNFILLED)
                        .hasSizeLessThanOrEqualTo(OfflineVoice.MOST_CHARS);
            }
        }
    }

    @Test
    void every_kind_of_news_has_words_in_every_language() {
        for (String language : LANGUAGES) {
            for (String kind : KINDS) {
                for (String name : new String[] {"Sol", null, "<b>"}) {
                    Draft draft = VOICE.draft(MIRA.speaking(language).greeting(List.of(new News(kind, name, 1)), 2));

                    assertThat(draft.parts())
                            .extracting(Draft.Part::key)
                            .as(language + " " + kind)
                            .contains("news." + kind);
                    assertThat(draft.content()).doesNotContainPattern(UNFILLED).doesNotContain("<");
                }
            }
        }
    }

    @Test
    void news_nobody_has_words_for_are_left_out() {
        Draft draft = VOICE.draft(MIRA.greeting(List.of(new News("won_the_lottery", null, 1)), 1));

        assertThat(draft.parts()).extracting(Draft.Part::key).noneMatch(key -> key.startsWith("news."));
        assertThat(draft.content()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "pt"})
    void greetings_and_first_words_are_many(String language) {
        Set<String> greetings = new HashSet<>();
        Set<String> first = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            greetings.add(
                    VOICE.speak(MIRA.speaking(language).greeting(List.of(), i)).content());
            first.add(VOICE.speak(MIRA.speaking(language).reachingOut(List.of(), i))
                    .content());
        }

        assertThat(greetings).hasSizeGreaterThan(300);
        assertThat(first).hasSizeGreaterThan(300);
    }

    @Test
    void whoever_is_woken_by_a_visit_greets_sleepily() {
        for (String language : LANGUAGES) {
            for (int i = 0; i < 100; i++) {
                Words words = VOICE.speak(
                        MIRA.speaking(language).asleep().greeting(List.of(new News("talked", "Sol", 2)), i));

                assertThat(words.tone()).isEqualTo("sleepy");
                assertThat(words.content()).contains("…").doesNotContainPattern(GUILT);
            }
        }
    }

    @Test
    void a_welcome_is_never_cross() {
        Requests angry = MIRA.in(
                Requests.state(60, 60, 60, 60, -.5, new viva.contracts.Emotions(0, 0, .9, 0, 0, 0, 0, 0, 0, 0)));
        for (int i = 0; i < 50; i++) {
            assertThat(VOICE.speak(angry.greeting(List.of(), i)).tone()).isNotEqualTo("irritated");
        }
    }
}
