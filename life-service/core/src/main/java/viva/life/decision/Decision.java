package viva.life.decision;

import java.util.List;

/**
 * What a trigger comes to.
 *
 * @param changes in the order in which they were made
 * @param messages in the order in which they are sent
 */
public record Decision(CommandResult result, List<Change> changes, List<Posting> messages) {
    public Decision {
        changes = List.copyOf(changes);
        messages = List.copyOf(messages);
    }
}
