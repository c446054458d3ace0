package viva.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModelVoiceTest {
    private HttpServer service;
    private volatile String body = "";

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/internal/models", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void whoever_speaks_is_named() {
        body =
                "{\"voice\":\"model second speaks\",\"models\":[{\"purpose\":\"answer\",\"choice\":1,\"model\":\"first\"}]}";

        assertThat(voice().sentence()).contains("model second speaks");
    }

    @Test
    void a_first_choice_that_is_gone_is_told_and_a_later_one_is_not() {
        body = "{\"voice\":\"model second speaks\",\"models\":["
                + "{\"purpose\":\"answer\",\"choice\":1,\"model\":\"first\",\"gone_status\":410},"
                + "{\"purpose\":\"answer\",\"choice\":2,\"model\":\"second\",\"gone_status\":null},"
                + "{\"purpose\":\"answer\",\"choice\":3,\"model\":\"third\",\"gone_status\":404},"
                + "{\"purpose\":\"embedding\",\"choice\":1,\"model\":\"embedder\",\"gone_status\":404}]}";

        assertThat(voice().sentence())
                .contains("model second speaks; the first choice for answer, first, is gone;"
                        + " the first choice for embedding, embedder, is gone");
    }

    @Test
    void without_an_answer_there_is_no_line() {
        assertThat(voice().sentence()).isEmpty();
        body = "<html>Bad gateway</html>";
        assertThat(voice().sentence()).isEmpty();
        service.stop(0);
        assertThat(voice().sentence()).isEmpty();
    }

    private ModelVoice voice() {
        URI url = URI.create("http://127.0.0.1:" + service.getAddress().getPort());
        return new ModelVoice(HttpClient.newHttpClient(), url);
    }
}
