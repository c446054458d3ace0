package viva.llm.voice;

import java.util.List;

/** Things owners say. */
final class Messages {
    static final List<String> ALL = List.of(
            "Hi!",
            "Good morning",
            "How are you?",
            "Hello, what are you doing right now?",
            "How was your day?",
            "I lost my job today",
            "I passed my exam!!",
            "You are stupid",
            "you're so sweet",
            "I love you",
            "thank you",
            "good night",
            "My name is Anna",
            "What's my name?",
            "What do you think about chess?",
            "Tell me a joke",
            "What are your interests?",
            "Are you real?",
            "Who are you?",
            "My sister is visiting tomorrow and we will bake",
            "Why is the sky blue?",
            "yes",
            "no",
            "haha",
            "What do you want?",
            "what are you thinking about?",
            "I miss you",
            "The weather is grey and I had soup for lunch");

    private Messages() {}
}
