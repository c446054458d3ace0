package viva.llm.prompt;

import io.quarkus.qute.Engine;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import viva.contracts.BondStatus;
import viva.contracts.message.SpeakV1;
import viva.llm.nim.ChatMessage;

/**
 * Writes prompts. They hold the words and feelings of a scene; they hold no ids, no account, no e-mail and no country. A change of a template
 * is a new version, so that what was said can be told apart.
 */
@Singleton
public class Prompts {
    /** The folder of the templates. */
    static final String VERSION = "v1";

    private static final int NAME_TOKENS = 12;
    private static final int MEMORY_TOKENS = 400;
    private static final int ONE_MEMORY_TOKENS = 80;
    private static final int HISTORY_TOKENS = 1_000;
    private static final int LINE_TOKENS = 250;
    private static final int SAID_TOKENS = 1_000;
    private static final int TEXT_TOKENS = 5_000;

    private final Engine templates;

    Prompts(Engine templates) {
        this.templates = templates;
    }

    /** The prompt for a request. */
    public Prompt of(SpeakV1 request) {
        List<ChatMessage> messages = new ArrayList<>();
        messages.add(new ChatMessage(ChatMessage.Role.SYSTEM, render("system", data(request))));
        String last =
                request.said().isBlank() ? render("begin", data(request)) : Quoted.of(request.said(), SAID_TOKENS);
        messages.addAll(History.of(Playful.lines(request), last, HISTORY_TOKENS, LINE_TOKENS));
        return new Prompt(VERSION, messages);
    }

    /**
     * The prompt for an analysis.
     *
     * @param instructions of the service that asks
     * @param schema a JSON schema
     * @param text untrusted; marked as data
     */
    public List<ChatMessage> analysis(String instructions, String schema, String text) {
        String system = render("analysis", Map.of("instructions", instructions, "schema", schema));
        return List.of(
                new ChatMessage(ChatMessage.Role.SYSTEM, system),
                new ChatMessage(ChatMessage.Role.USER, Quoted.of(text, TEXT_TOKENS)));
    }

    private String render(String template, Object data) {
        return templates
                .getTemplate("prompt/" + VERSION + "/" + template + ".txt")
                .render(data)
                .strip();
    }

    private static Map<String, Object> data(SpeakV1 request) {
        Map<String, Object> data = new HashMap<>();
        data.put("name", Quoted.of(request.profile().name(), NAME_TOKENS));
        data.put("occasion", request.occasion().name());
        data.put("persona", PersonaCard.of(request.profile()));
        data.put("state", StateWords.of(request.state()));
        data.put("partner", partner(request));
        data.put("memories", memories(request));
        data.put("news", request.news().stream().map(Prompts::news).toList());
        data.put("task", ActWords.task(request.act()));
        data.put("cue", cue(request.context().cue()));
        data.put("topic", TopicWords.of(request.topic()));
        data.put("care", request.context().concern());
        data.put("language", Tongue.of(request));
        return data;
    }

    private static String partner(SpeakV1 request) {
        SpeakV1.Partner partner = request.partner();
        if (partner == null) {
            return "";
        }
        BondStatus status = partner.status();
        return Quoted.of(partner.name(), NAME_TOKENS)
                + (status == null ? "" : "; to you they are: " + Labels.words(status.label()));
    }

    private static List<String> memories(SpeakV1 request) {
        List<String> marked = request.memories().stream()
                .map(memory -> Quoted.of(memory.content(), ONE_MEMORY_TOKENS))
                .toList();
        return Tokens.first(marked, MEMORY_TOKENS, Tokens::of);
    }

    private static String news(SpeakV1.News item) {
        String who = item.name() == null ? "" : " with " + Quoted.of(item.name(), NAME_TOKENS);
        String often = item.count() > 1 ? ", " + item.count() + " times" : "";
        return Labels.words(item.kind()) + who + often;
    }

    private static String cue(SpeakV1.Cue cue) {
        if (cue == null || cue.act() == null) {
            return "";
        }
        String topic = TopicWords.of(cue.topic());
        return ActWords.done(cue.act()) + (topic.isEmpty() ? "" : " (about: " + topic + ")");
    }
}
