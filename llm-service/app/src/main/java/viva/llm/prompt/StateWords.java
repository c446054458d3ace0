package viva.llm.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import viva.contracts.Emotions;
import viva.contracts.StateView;

/** How the avatar is, in sentences: a model has no feeling for 0.37. */
final class StateWords {
    private static final double LOW_NEED = 30;
    private static final double WORN_OUT = 15;
    private static final double FELT = .35;
    private static final double STRONG = .65;
    private static final int THOUGHT_TOKENS = 40;

    private StateWords() {}

    static List<String> of(StateView state) {
        List<String> words = new ArrayList<>();
        words.add("In your world it is " + time(state) + ".");
        words.add("Your mood: " + Labels.words(state.moodLabel()) + ".");
        List<String> felt = feelings(state.emotions());
        if (!felt.isEmpty()) {
            words.add("You feel " + String.join(", ", felt) + ".");
        }
        addNeeds(state, words);
        if (state.asleep()) {
            words.add("You are half asleep: you answer briefly and drowsily.");
        } else {
            words.add("What you are doing: " + Labels.words(state.activity()) + ".");
        }
        if (!Labels.words(state.desire()).isEmpty() && !"none".equals(state.desire())) {
            words.add("What you want most: " + Labels.words(state.desire()) + ".");
        }
        if (state.thought() != null && !state.thought().isBlank()) {
            words.add("Your latest thought: " + Quoted.of(state.thought(), THOUGHT_TOKENS));
        }
        return words;
    }

    private static String time(StateView state) {
        double hour = state.worldTime().hourOfDay();
        String part = hour < 5
                ? "night"
                : hour < 11
                        ? "morning"
                        : hour < 14 ? "midday" : hour < 18 ? "afternoon" : hour < 22 ? "evening" : "night";
        int minutes = (int) (hour * 60);
        return String.format(Locale.ROOT, "%s, %02d:%02d", part, minutes / 60, minutes % 60);
    }

    private static List<String> feelings(Emotions felt) {
        Map<String, Double> strengths = new TreeMap<>();
        strengths.put("joy", felt.joy());
        strengths.put("sadness", felt.sadness());
        strengths.put("anger", felt.anger());
        strengths.put("fear", felt.fear());
        strengths.put("surprise", felt.surprise());
        strengths.put("disgust", felt.disgust());
        strengths.put("love", felt.love());
        strengths.put("loneliness", felt.loneliness());
        strengths.put("curiosity", felt.curiosity());
        strengths.put("excitement", felt.excitement());
        return strengths.entrySet().stream()
                .filter(feeling -> feeling.getValue() >= FELT)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(feeling -> (feeling.getValue() >= STRONG ? "strong " : "some ") + feeling.getKey())
                .toList();
    }

    private static void addNeeds(StateView state, List<String> words) {
        if (state.energy() < WORN_OUT) {
            words.add("You are worn out.");
        } else if (state.energy() < LOW_NEED) {
            words.add("You are tired.");
        }
        if (state.social() < LOW_NEED) {
            words.add("You long for company.");
        }
        if (state.stimulation() < LOW_NEED) {
            words.add("You are bored.");
        }
        if (state.comfort() < LOW_NEED) {
            words.add("You are not at ease.");
        }
    }
}
