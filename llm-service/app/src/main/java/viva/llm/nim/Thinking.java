package viva.llm.nim;

import java.util.Locale;

/** How a family of models is told not to think before it answers: thoughts cost tokens and seconds, and nobody reads them. */
enum Thinking {
    /** Nemotron 3 and later, Qwen 3: an argument of the chat template. */
    TEMPLATE,
    /** llama-3.3-nemotron-super-49b-v1.5: a word at the end of the system message. */
    NO_THINK,
    /** llama-3.1 and 3.3 Nemotron before that: a sentence before the system message. */
    DETAILED_OFF,
    /** gpt-oss and its like cannot stop; they think little when they are told to. */
    LOW_EFFORT,
    /** Models that do not think. */
    NONE;

    static Thinking of(String model) {
        String name = model.toLowerCase(Locale.ROOT);
        if (name.contains("gpt-oss")) {
            return LOW_EFFORT;
        }
        if (name.contains("nemotron")) {
            if (name.contains("llama") || name.contains("nemotron-super-49b") || name.contains("nemotron-ultra-253b")) {
                return name.contains("v1.5") ? NO_THINK : DETAILED_OFF;
            }
            return TEMPLATE;
        }
        return name.contains("qwen3") || name.contains("qwen-3") || name.contains("glm-4.5") ? TEMPLATE : NONE;
    }

    /** The system message with what this family wants to read in it. */
    String inSystem(String system) {
        return switch (this) {
            case NO_THINK -> system + "\n/no_think";
            case DETAILED_OFF -> "detailed thinking off\n" + system;
            case TEMPLATE, LOW_EFFORT, NONE -> system;
        };
    }
}
