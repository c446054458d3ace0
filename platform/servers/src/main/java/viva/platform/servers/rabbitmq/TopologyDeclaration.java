package viva.platform.servers.rabbitmq;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Declares exchanges, queues and bindings, and at the end the marker that says so. A queue that the broker has with other arguments is
 * left as it is: the marker then says that not everything is as it should be, and a mark for each such queue stops its consumer alone.
 */
final class TopologyDeclaration {
    private static final String FANOUT = "fanout";
    private static final String INCOMPLETE = ".incomplete";
    private static final String REFUSED = "viva.refused.";

    private final Connection connection;
    private final List<String> refused = new ArrayList<>();
    private Channel channel;

    TopologyDeclaration(Connection connection) throws IOException {
        this.connection = connection;
        this.channel = connection.createChannel();
    }

    /** Names of queues that the broker has with other arguments. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    /** Exchanges, without the marker, and queues. */
    void declareQueues() throws IOException {
        List<Definitions.Exchange> exchanges = Definitions.exchanges();
        for (Definitions.Exchange exchange : exchanges.subList(0, exchanges.size() - 1)) {
            channel.exchangeDeclare(exchange.name(), exchange.type(), true, false, exchange.arguments());
        }
        for (Definitions.Queue queue : Definitions.queues()) {
            declare(queue);
        }
    }

    /**
     * Declares the bindings, and takes those of earlier versions away when the ones in their place are there.
     *
     * @param hasFormer whether there are queues that have successors, see {@link FormerQueues}
     * @param hasFormerDead whether there are dead letter queues that have, see {@link FormerDeadLetters}
     */
    void bind(boolean hasFormer, boolean hasFormerDead) throws IOException {
        for (Definitions.Binding binding : Definitions.bindings()) {
            channel.queueBind(binding.queue(), binding.exchange(), binding.routingKey(), binding.arguments());
            if (hasFormer) {
                FormerQueues.unbind(channel, binding);
            }
        }
        for (Definitions.Link link : Definitions.links()) {
            channel.exchangeBind(link.target(), link.exchange(), link.routingKey());
        }
        for (Definitions.Binding former : Definitions.formerBindings()) {
            channel.queueUnbind(former.queue(), former.exchange(), former.routingKey());
        }
        if (hasFormerDead) {
            FormerDeadLetters.unbind(channel);
        }
    }

    /** The refusal closes the channel. */
    private void declare(Definitions.Queue queue) throws IOException {
        try {
            channel.queueDeclare(queue.name(), true, false, false, queue.arguments());
        } catch (IOException e) {
            if (!isRefusal(e)) {
                throw e;
            }
            refused.add(queue.name());
            channel = connection.createChannel();
        }
    }

    /** Says that all is declared: services of this version wait for it. */
    void mark() throws IOException {
        String marker = Definitions.exchanges().getLast().name();
        if (refused.isEmpty()) {
            mark(marker);
            channel.exchangeDelete(marker + INCOMPLETE);
            return;
        }
        for (Definitions.Queue queue : Definitions.queues()) {
            if (refused.contains(queue.name())) {
                mark(REFUSED + queue.name());
            } else {
                channel.exchangeDelete(REFUSED + queue.name());
            }
        }
        mark(marker + INCOMPLETE);
        channel.exchangeDelete(marker);
    }

    private void mark(String name) throws IOException {
        channel.exchangeDeclare(name, FANOUT, true, false, Map.of());
    }

    private static boolean isRefusal(IOException e) {
        return e.getCause() instanceof ShutdownSignalException closed
                && closed.getReason() instanceof AMQP.Channel.Close reason
                && reason.getReplyCode() == AMQP.PRECONDITION_FAILED;
    }
}
