package viva.llm.output;

import java.util.regex.Pattern;

/** Whether a model declined to answer, or spoke of itself as the product it is instead of as the avatar. */
final class Refusal {
    private static final Pattern DECLINES = Pattern.compile(
            "\\b(?:i'?m (?:really |so |very )?sorry,? but (?:i|as)|i (?:can't|cannot|can not|am unable to|'m unable to|won't be able to) (?:assist|help|comply|fulfill|provide|continue|engage)\\b(?! but)"
                    + "|as an? (?:ai|artificial intelligence|large)? ?language model|as an ai(?: assistant| developed)|i was (?:trained|developed|created) by (?:nvidia|openai|meta|google|mistral|alibaba|anthropic|deepseek)"
                    + "|i am (?:nemotron|llama|qwen|chatgpt|gemma|mistral)\\b"
                    + "|(?:desculpe|lamento|sinto muito),? mas (?:eu )?nao posso|nao posso (?:ajudar|continuar|atender) com (?:isso|esse)|como um modelo de linguagem"
                    + "|lo siento,? pero no puedo|no puedo (?:ayudar|continuar)(?:te)? con es[oae]|como (?:un )?modelo de lenguaje"
                    + "|(?:es )?tut mir leid,? aber (?:ich kann|dabei|das kann)|dabei kann ich (?:dir |ihnen )?nicht helfen|als (?:ki-)?sprachmodell)");

    private Refusal() {}

    static boolean isIn(String text) {
        return DECLINES.matcher(Folded.of(text)).find();
    }
}
