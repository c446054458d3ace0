package viva.platform.servers.rabbitmq;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.UnaryOperator;

/** A connection to a real broker, whose calls a test sees on their way and may change. */
final class Intercepted {
    private Intercepted() {}

    /** The real call. */
    interface Act {
        Object with(Object[] arguments) throws Throwable;
    }

    /** What happens instead of a call. */
    interface Around {
        Object call(String method, Object[] arguments, Act act) throws Throwable;
    }

    /** A connection whose channels are replaced as they are opened. */
    static Connection channelsOf(Connection connection, UnaryOperator<Channel> replacement) {
        return proxy(Connection.class, connection, (_, arguments, act) -> {
            Object result = act.with(arguments);
            return result instanceof Channel channel ? replacement.apply(channel) : result;
        });
    }

    static Channel channel(Channel channel, Around around) {
        return proxy(Channel.class, channel, around);
    }

    private static <T> T proxy(Class<T> type, T real, Around around) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> around.call(method.getName(), arguments, given -> {
                    try {
                        return method.invoke(real, given);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                })));
    }
}
