package viva.load.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueueLengthsTest {
    @Test
    void durable_queues_count_whose_length_is_known() throws IOException {
        var answer = new ObjectMapper().readTree("""
                [{"name": "gateway.timeline", "durable": true, "messages": 3},
                 {"name": "live.1", "durable": false, "messages": 9},
                 {"name": "life.shard.1", "durable": true}]
                """);

        assertThat(QueueLengths.parse(answer)).isEqualTo(Map.of("gateway.timeline", 3L));
    }

    @Test
    void the_virtual_host_stands_in_the_path_as_it_is() {
        assertThat(QueueLengths.virtualHost(URI.create("amqp://a:b@h:1/%2f"))).isEqualTo("%2f");
        assertThat(QueueLengths.virtualHost(URI.create("amqp://a:b@h:1/my%20world")))
                .isEqualTo("my%20world");
        assertThat(QueueLengths.virtualHost(URI.create("amqp://a:b@h:1"))).isEqualTo("%2F");
        assertThat(QueueLengths.virtualHost(URI.create("amqp://a:b@h:1/"))).isEqualTo("%2F");
    }
}
