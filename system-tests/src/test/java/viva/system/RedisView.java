package viva.system;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a world's Redis holds, read with a few commands of its protocol. */
record RedisView(URI url) {
    private static final Map<String, String> READING = Map.of(
            "string", "GET %s",
            "set", "SMEMBERS %s",
            "hash", "HGETALL %s",
            "list", "LRANGE %s 0 -1",
            "zset", "ZRANGE %s 0 -1");

    /** Every key and every value, one after the other; what expires meanwhile is left out. */
    List<String> everything() throws IOException {
        List<String> all = new ArrayList<>();
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            if (url.getUserInfo() != null) {
                ask(socket, in, "AUTH " + url.getUserInfo().replaceFirst("^[^:]*:", ""));
            }
            for (String key : ask(socket, in, "KEYS *")) {
                String type = ask(socket, in, "TYPE " + key).getFirst();
                all.add(key);
                if (READING.containsKey(type)) {
                    all.addAll(ask(socket, in, READING.get(type).formatted(key)));
                }
            }
        }
        return all;
    }

    private static List<String> ask(Socket socket, InputStream in, String command) throws IOException {
        socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
        List<String> answer = new ArrayList<>();
        read(in, answer);
        return answer;
    }

    private static void read(InputStream in, List<String> into) throws IOException {
        String line = line(in);
        String rest = line.substring(1);
        switch (line.charAt(0)) {
            case '+', ':' -> into.add(rest);
            case '$' -> {
                int length = Integer.parseInt(rest);
                if (length >= 0) {
                    into.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
                    in.skipNBytes(2);
                }
            }
            case '*' -> {
                for (int left = Integer.parseInt(rest); left > 0; left--) {
                    read(in, into);
                }
            }
            default -> throw new IOException(line);
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\r'; next = in.read()) {
            if (next < 0) {
                throw new IOException("Redis hung up");
            }
            line.append((char) next);
        }
        in.skipNBytes(1);
        return line.toString();
    }
}
