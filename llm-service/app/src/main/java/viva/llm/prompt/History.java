package viva.llm.prompt;

import java.util.ArrayList;
import java.util.List;
import viva.contracts.Author;
import viva.contracts.message.SpeakV1;
import viva.llm.nim.ChatMessage;
import viva.llm.nim.ChatMessage.Role;

/** The lines of a conversation as a chat: user and assistant in turn, the first and the last one of the user. */
final class History {
    private static final String GOES_ON = "(The conversation goes on.)";

    private History() {}

    /**
     * @param recent oldest first; the newest ones that fit stay
     * @param last what is to be answered, or what is to be done; marked already
     */
    static List<ChatMessage> of(List<SpeakV1.Line> recent, String last, int historyTokens, int lineTokens) {
        List<SpeakV1.Line> kept =
                Tokens.last(recent, historyTokens, line -> Math.min(lineTokens, Tokens.of(line.content())));
        List<ChatMessage> chat = new ArrayList<>();
        if (!kept.isEmpty() && kept.getFirst().author() == Author.AVATAR) {
            chat.add(new ChatMessage(Role.USER, GOES_ON));
        }
        kept.forEach(line -> add(message(line, lineTokens), chat));
        add(new ChatMessage(Role.USER, last), chat);
        return chat;
    }

    private static ChatMessage message(SpeakV1.Line line, int lineTokens) {
        return switch (line.author()) {
            case AVATAR -> new ChatMessage(Role.ASSISTANT, Quoted.plain(line.content(), lineTokens));
            case OWNER, PARTNER -> new ChatMessage(Role.USER, Quoted.of(line.content(), lineTokens));
        };
    }

    private static void add(ChatMessage next, List<ChatMessage> chat) {
        if (!chat.isEmpty() && chat.getLast().role() == next.role()) {
            ChatMessage before = chat.removeLast();
            chat.add(new ChatMessage(next.role(), before.content() + "\n" + next.content()));
        } else {
            chat.add(next);
        }
    }
}
