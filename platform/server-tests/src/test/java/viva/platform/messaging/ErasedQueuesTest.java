package viva.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import viva.platform.testkit.ErasureRegister;

class ErasedQueuesTest {
    /** A work queue is emptied by its service; whatever keeps messages for longer has to be in the list. */
    @Test
    void every_queue_that_keeps_messages_is_listed_where_erasures_are_described() {
        String document = ErasureRegister.read();

        for (Topology.Queue queue : Topology.queues()) {
            boolean isWork = queue.arguments().containsKey("x-dead-letter-exchange");
            String listed = queue.name().endsWith(".dead") ? "`<service>.dead`" : "`" + queue.name() + "`";
            assertThat(isWork || document.contains("| " + listed + " |"))
                    .as(queue.name())
                    .isTrue();
        }
    }
}
