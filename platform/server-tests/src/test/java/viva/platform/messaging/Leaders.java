package viva.platform.messaging;

import viva.platform.servers.rabbitmq.RabbitServer;

/** Takes the leaders of quorum queues away and brings them back, as the deaths of other nodes would. */
public final class Leaders {
    private Leaders() {}

    /** The queue stays declared and nobody answers for it. */
    public static void takeAway(RabbitServer broker, String queue) {
        broker.evaluate(onMemberOf(queue, "stop_server"));
    }

    /** It answers again, with all its messages. */
    public static void bringBack(RabbitServer broker, String queue) {
        broker.evaluate(onMemberOf(queue, "restart_server"));
    }

    private static String onMemberOf(String queue, String function) {
        return ("begin Resource = rabbit_misc:r(<<\"/\">>, queue, <<\"%s\">>), {ok, Queue} = rabbit_amqqueue:lookup(Resource), "
                        + "{Name, _} = amqqueue:get_pid(Queue), ok = ra:%s(quorum_queues, {Name, node()}) end.")
                .formatted(queue, function);
    }
}
