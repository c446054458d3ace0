package viva.load.burst;

import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A socket that joins one topic and waits for the answer. */
final class Joining implements WebSocket.Listener {
    private static final Pattern ANSWER =
            Pattern.compile("\"phx_reply\",\\{\"status\":\"(\\w+)\"(?:,\"response\":\\{\"reason\":\"([^\"]*)\")?");

    private final String join;
    private final CompletableFuture<String> answer = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();

    Joining(String avatar) {
        this.join = "[\"1\",\"1\",\"avatar:" + avatar + "\",\"phx_join\",{}]";
    }

    CompletableFuture<String> answer() {
        return answer;
    }

    @Override
    public void onOpen(WebSocket socket) {
        var _ = socket.sendText(join, true);
        socket.request(1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            Matcher found = ANSWER.matcher(part);
            if (found.find()) {
                answer.complete(found.group(2) == null ? found.group(1) : found.group(2));
            }
            part.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        answer.complete("closed with " + code);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable failure) {
        answer.completeExceptionally(failure);
    }
}
