package viva.society.talk;

import java.util.List;
import viva.contracts.BondStatus;
import viva.contracts.DialogueAct;
import viva.contracts.TalkTopic;

/**
 * A conversation of two avatars in words.
 *
 * @param host who began it
 * @param status what the guest is to the host
 * @param lines in turn, the host's first
 */
public record WordedTalk(String host, String guest, BondStatus status, List<Line> lines) {
    public WordedTalk {
        lines = List.copyOf(lines);
    }

    /**
     * One turn.
     *
     * @param topic what it asks, tells or answers
     */
    public record Line(String speaker, DialogueAct act, TalkTopic topic, String words) {}
}
