package viva.platform.messaging;

import viva.platform.servers.rabbitmq.RabbitServer;

/** Takes the leaders of quorum queues away and brings them back, as the deaths of other nodes would. */
public final class Leaders {
    private Leaders() {}

    /** The queue stays declared and has no leader: publishes are refused, and who consumes loses the connection. */
    public static void takeAway(RabbitServer broker, String queue) {
        broker.evaluate(onMemberOf(queue, "ra:stop_server(quorum_queues, {Name, node()})"));
    }

    /** It answers again, with all its messages. */
    public static void bringBack(RabbitServer broker, String queue) {
        broker.evaluate(onMemberOf(queue, "ra:restart_server(quorum_queues, {Name, node()})"));
    }

    /** The leader is there and says nothing. */
    public static void silence(RabbitServer broker, String queue) {
        broker.evaluate(onMemberOf(queue, "sys:suspend({Name, node()})"));
    }

    /** It answers again, also what was asked meanwhile. */
    public static void wake(RabbitServer broker, String queue) {
        broker.evaluate(onMemberOf(queue, "sys:resume({Name, node()})"));
    }

    private static String onMemberOf(String queue, String call) {
        return ("begin Resource = rabbit_misc:r(<<\"/\">>, queue, <<\"%s\">>), {ok, Queue} = rabbit_amqqueue:lookup(Resource), "
                        + "{Name, _} = amqqueue:get_pid(Queue), ok = %s end.")
                .formatted(queue, call);
    }
}
