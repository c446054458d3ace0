package viva.llm.recall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import viva.llm.phrasebook.Language;

/** What owners tell of themselves becomes facts with slots, and nothing else does. */
class OwnerFactsTest {
    /** A Monday. */
    private static final LocalDate TODAY = LocalDate.parse("2026-11-30");

    private static final OwnerFacts ENGLISH = new OwnerFacts(Language.ENGLISH);
    private static final OwnerFacts PORTUGUESE = new OwnerFacts(Language.PORTUGUESE);

    private static String slots(List<OwnerFact> facts) {
        return facts.stream()
                .map(fact -> fact.slot()
                        .map(slot -> slot.name() + "=" + slot.value())
                        .orElse("-"))
                .collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "My name is Ana|name=Ana",
                "Hi! I'm Ana.|name=Ana",
                "please call me Mr. T|-none-",
                "my name is ana|name=Ana",
                "I live in Porto|home=Porto",
                "I moved to Leeds last week|-none-",
                "We just moved to Leeds because of her job|home=Leeds",
                "I'm a nurse at St. Mary's|job=nurse",
                "I work as a software engineer and I live in Cork|job=software engineer; home=Cork",
                "I work at a hospital|job:place=at a hospital",
                "I teach maths|job:does=teaches maths",
                "My dog is called Bruno|pets:dog=Bruno",
                "my dog's name is Bruno and he is three|pets:dog=Bruno",
                "my dog is called bruno|pets:dog=Bruno",
                "I have a cat named Mimi|pets:cat=Mimi",
                "We've got two cats, Mimi and Nina|pets:cat=Mimi and Nina",
                "My other dog is called Rex|pets:other dog=Rex",
                "My sister Marta lives in Porto|family:sister=Marta; family:sister:home=Porto",
                "My sister lives in Porto|family:sister:home=Porto",
                "my mum is called Joan|family:mother=Joan",
                "My brother is a teacher|family:brother:job=teacher",
                "My son is 7 years old|family:son:age=7",
                "I love jazz|likes:jazz=jazz",
                "I really like strong coffee because it wakes me up|likes:strong coffee=strong coffee",
                "My favourite colour is green|likes:favourite colour=green",
                "I don't like coriander|dislikes:coriander=coriander",
                "I don't really like olives anymore|dislikes:olives=olives",
                "I can't stand loud parties|dislikes:loud parties=loud parties",
                "I hate Mondays|dislikes:mondays=Mondays",
                "I'm flying to Lisbon on Friday|plans:fly lisbon=2026-12-04",
                "My exam is on the 3rd of December|plans:exam=2026-12-03",
                "my exam was moved to Monday|plans:exam=2026-12-07",
                "I have a dentist appointment tomorrow|plans:dentist appointment=2026-12-01",
                "I'm getting married in two weeks|plans:get wed=2026-12-14",
                "I'll visit my parents next month|plans:visit parent=next month",
                "I'm 34 years old|-",
                "I play the cello|-",
                "my best friend Tom is moving to Canada|-",
                "my dog is called Balu, Bruno was the old one|pets:dog=Balu"
            })
    void an_english_statement_fills_its_slots(String message, String slots) {
        assertThat(slots(ENGLISH.of(message, TODAY))).isEqualTo(slots.equals("-none-") ? "" : slots);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Meu nome é Ana|name=Ana",
                "Oi, eu me chamo Ana|name=Ana",
                "Moro em Recife|home=Recife",
                "eu moro no Porto com a minha mãe|home=Porto",
                "Sou enfermeira|job=enfermeira",
                "Trabalho como professora e moro em Recife|job=professora; home=Recife",
                "Trabalho num hospital|job:place=num hospital",
                "Meu cachorro se chama Bruno|pets:cachorro=Bruno",
                "O nome da minha gata é Mimi|pets:gato=Mimi",
                "Tenho um cachorro chamado Bruno|pets:cachorro=Bruno",
                "Tenho dois gatos, Mimi e Nina|pets:gato=Mimi e Nina",
                "Minha irmã Marta mora no Porto|family:irma=Marta; family:irma:home=Porto",
                "Minha irmã mais velha se chama Joana|family:irma mais velha=Joana",
                "Meu irmão é professor|family:irmao:job=professor",
                "Meu filho tem 7 anos|family:filho:age=7",
                "Adoro jazz|likes:jazz=jazz",
                "gosto muito de café forte|likes:cafe forte=café forte",
                "Minha cor favorita é verde|likes:cor favorita=verde",
                "Não gosto de coentro|dislikes:coentro=coentro",
                "odeio segunda-feira|dislikes:segunda feira=segunda-feira",
                "Vou viajar para Lisboa na sexta|plans:viaj lisbo=2026-12-04",
                "Minha prova é dia 3 de dezembro|plans:prov=2026-12-03",
                "minha prova foi adiada para segunda-feira|plans:prov=2026-12-07",
                "Tenho dentista amanhã|plans:dentist=2026-12-01"
            })
    void a_portuguese_statement_fills_its_slots(String message, String slots) {
        assertThat(slots(PORTUGUESE.of(message, TODAY))).isEqualTo(slots);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Where do I live?",
                "Do I live in Porto?",
                "do you remember my dog's name",
                "What is my dog called?",
                "If I had a dog I'd call him Bruno",
                "I wish I lived in Porto",
                "Maybe I'm a teacher after all",
                "Imagine my dog is called Zeus",
                "She said \"I live in Porto\"",
                "Ana says my dog is called Zeus",
                "> My dog is called Zeus",
                "You told me my dog is called Bruno",
                "I don't live in Porto",
                "My dog isn't called Bruno",
                "I used to live in Porto",
                "I had a dog called Rex",
                "Ana lives in Porto",
                "Bruno is a good dog",
                "I love you",
                "I like that",
                "I like how you talk",
                "I would love a dog",
                "I'm tired",
                "I'm Brazilian",
                "I'm so happy today",
                "I have a dog walker",
                "You live in a small world",
                "Don't forget that my dog is called Bruno",
                "Your favourite colour is green"
            })
    void what_is_no_statement_about_the_owner_is_no_fact(String message) {
        assertThat(ENGLISH.of(message, TODAY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Onde eu moro?",
                "Se eu tivesse um cachorro, ele se chamaria Bruno",
                "Queria morar em Lisboa",
                "Talvez eu seja professora",
                "Ela disse \"moro em Recife\"",
                "A Ana disse que meu cachorro se chama Zeus",
                "Não moro em Recife",
                "Meu cachorro não se chama Bruno",
                "Quando eu era criança morava em Recife",
                "A Ana mora em Recife",
                "Eu te amo",
                "Gosto de você",
                "Adoro conversar com você",
                "Estou cansada",
                "Comprei, tenho um cachorro quente aqui",
                "Sou brasileira"
            })
    void what_is_no_statement_in_portuguese_is_no_fact(String message) {
        assertThat(PORTUGUESE.of(message, TODAY)).isEmpty();
    }

    @Test
    void of_two_values_for_one_slot_the_last_counts() {
        assertThat(slots(ENGLISH.of("I live in Porto. Sorry, I live in Braga now.", TODAY)))
                .isEqualTo("home=Braga");
    }

    @Test
    void other_languages_have_no_rules() {
        assertThat(new OwnerFacts(Language.GERMAN).of("Mein Hund heißt Bruno", TODAY))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "My dog is called Bruno|My owner's dog is called Bruno. My owner told me: “My dog is called Bruno”.",
                "I live in Porto|My owner lives in Porto. My owner told me: “I live in Porto”.",
                "I don't like coriander|My owner does not like coriander. My owner told me: “I don't like coriander”.",
                "My sister is getting a cat|My owner's sister is getting a cat. My owner told me: “My sister is getting a cat”.",
                "I'm flying to Lisbon on Friday|My owner has a plan (2026-12-04): “I'm flying to Lisbon on Friday”."
            })
    void a_fact_is_told_in_the_avatars_words_and_holds_the_owners(String message, String content) {
        OwnerFact fact = ENGLISH.of(message, TODAY).getFirst();

        String text = MemoryText.of(fact, Language.ENGLISH);

        assertThat(text).isEqualTo(content);
        assertThat(MemoryText.said(text)).contains(fact.said());
    }

    @Test
    void a_memory_without_a_quotation_is_turned_back_where_that_is_certain() {
        assertThat(MemoryText.said("My owner's dog is called Bruno.")).contains("my dog is called Bruno.");
        assertThat(MemoryText.said("We laughed a lot.")).isEmpty();
    }
}
