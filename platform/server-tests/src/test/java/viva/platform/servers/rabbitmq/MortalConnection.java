package viva.platform.servers.rabbitmq;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A connection that ends at one certain call on one of its channels, as when its process is killed there.
 *
 * @param method of {@link Channel}
 * @param call the how many-th call of that method, from 1
 * @param moment whether the broker hears that call
 * @param death what happens then; the connection must be gone afterwards
 */
record MortalConnection(Connection connection, String method, int call, Moment moment, Runnable death) {
    enum Moment {
        BEFORE,
        AFTER
    }

    Connection mortal() {
        AtomicInteger calls = new AtomicInteger();
        return proxy(Connection.class, (name, act) -> {
            Object result = act.call();
            return result instanceof Channel channel ? mortal(channel, calls) : result;
        }, connection);
    }

    private Channel mortal(Channel channel, AtomicInteger calls) {
        return proxy(Channel.class, (name, act) -> {
            boolean fatal = name.equals(method) && calls.incrementAndGet() == call;
            if (fatal && moment == Moment.BEFORE) {
                death.run();
            }
            Object result = act.call();
            if (fatal && moment == Moment.AFTER) {
                death.run();
            }
            return result;
        }, channel);
    }

    private interface Act {
        Object call() throws Throwable;
    }

    private interface Around {
        Object call(String method, Act act) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Around around, T real) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) ->
                around.call(method.getName(), () -> {
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                })));
    }
}
