package viva.contracts.message;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The catalogue of message records, built once from the sealed hierarchy so that a new record cannot be forgotten. */
public final class MessageTypes {
    private static final Map<String, Class<? extends Message>> BY_NAME = collect();

    private MessageTypes() {}

    /** The wire name of a message record, such as {@code avatar.created.v1}. */
    public static String nameOf(Class<? extends Message> type) {
        return type.getAnnotation(MessageType.class).value();
    }

    /** Every message record by its wire name, in alphabetical order. */
    public static Map<String, Class<? extends Message>> all() {
        return BY_NAME;
    }

    /** {@code avatar.created} for {@code avatar.created.v1}: the first two words of a routing key. */
    public static String topicOf(String type) {
        return type.substring(0, type.lastIndexOf(".v"));
    }

    private static Map<String, Class<? extends Message>> collect() {
        Map<String, Class<? extends Message>> found = new TreeMap<>();
        addPermitted(Message.class, found);
        return Collections.unmodifiableMap(found);
    }

    private static void addPermitted(Class<?> type, Map<String, Class<? extends Message>> found) {
        if (type.isSealed()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                addPermitted(permitted, found);
            }
        } else {
            Class<? extends Message> message = type.asSubclass(Message.class);
            found.put(nameOf(message), message);
        }
    }
}
