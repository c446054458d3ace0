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

    static final List<String> PORTUGUESE = List.of(
            "Oi!",
            "Bom dia",
            "Como você está?",
            "O que você está fazendo?",
            "Como foi o seu dia?",
            "Perdi meu emprego hoje",
            "Passei na prova!!",
            "Você é burro",
            "você é tão fofo",
            "eu te amo",
            "obrigada",
            "boa noite",
            "Meu nome é Ana",
            "Qual é o meu nome?",
            "O que você acha de xadrez?",
            "Me conta uma piada",
            "Quais são seus interesses?",
            "Quem é você?",
            "Minha irmã vem amanhã",
            "Por que o céu é azul?",
            "sim",
            "não",
            "kkkk",
            "O que você quer?",
            "no que você está pensando?",
            "senti sua falta",
            "O tempo está cinza e almocei sopa");

    private Messages() {}
}
