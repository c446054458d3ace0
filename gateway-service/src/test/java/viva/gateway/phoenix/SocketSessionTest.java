package viva.gateway.phoenix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import viva.gateway.phoenix.SessionInput.Disconnected;
import viva.gateway.phoenix.SessionInput.Ended;
import viva.gateway.phoenix.SessionInput.Failed;
import viva.gateway.phoenix.SessionInput.Handled;
import viva.gateway.phoenix.SessionInput.Joined;
import viva.gateway.phoenix.SessionInput.Received;
import viva.gateway.phoenix.SessionInput.Refused;
import viva.gateway.phoenix.SessionOutput.Disconnect;
import viva.gateway.phoenix.SessionOutput.Handle;
import viva.gateway.phoenix.SessionOutput.Join;
import viva.gateway.phoenix.SessionOutput.Left;
import viva.gateway.phoenix.SessionOutput.Opened;
import viva.gateway.phoenix.SessionOutput.Send;

class SocketSessionTest {
    private static final String TOPIC = "avatar:1";
    private static final ObjectNode EMPTY = JsonNodeFactory.instance.objectNode();

    private final SocketSession session = new SocketSession(3, 2);

    @Test
    void a_heartbeat_is_answered() {
        assertThat(receive(null, "9", "phoenix", "heartbeat"))
                .containsExactly(reply(null, "9", "phoenix", Answer.ok()));
    }

    @Test
    void a_join_is_decided_outside_and_then_answered() {
        assertThat(receive("1", "1", TOPIC, "phx_join")).containsExactly(new Join(TOPIC, "1", new Payload.Json(EMPTY)));

        ObjectNode response = JsonNodeFactory.instance.objectNode().put("hello", 1);
        assertThat(session.on(new Joined(TOPIC, response)))
                .containsExactly(reply("1", "1", TOPIC, new Answer.Ok(response)), new Opened(TOPIC));
        assertThat(session.isJoined(TOPIC)).isTrue();
    }

    @Test
    void a_join_without_a_join_ref_uses_its_ref() {
        receive(null, "4", TOPIC, "phx_join");
        session.on(new Joined(TOPIC, EMPTY));

        assertThat(session.joinRef(TOPIC)).isEqualTo("4");
    }

    @Test
    void a_join_without_any_ref_is_nothing() {
        assertThat(receive(null, null, TOPIC, "phx_join")).isEmpty();
        assertThat(session.isJoined(TOPIC)).isFalse();
    }

    @Test
    void a_refused_join_leaves_the_topic_unmatched() {
        receive("1", "1", TOPIC, "phx_join");

        assertThat(session.on(new Refused(TOPIC, refusal("not_found"))))
                .containsExactly(reply("1", "1", TOPIC, refusal("not_found")));
        assertThat(receive("1", "2", TOPIC, "message"))
                .containsExactly(reply("1", "2", TOPIC, refusal("unmatched topic")));
    }

    @Test
    void joining_again_closes_the_old_channel_first() {
        join(TOPIC, "1");

        assertThat(receive("5", "5", TOPIC, "phx_join"))
                .containsExactly(
                        new Send(Frame.json("1", "1", TOPIC, "phx_close", EMPTY)),
                        new Left(TOPIC),
                        new Join(TOPIC, "5", new Payload.Json(EMPTY)));
        session.on(new Joined(TOPIC, EMPTY));
        assertThat(session.joinRef(TOPIC)).isEqualTo("5");
    }

    @Test
    void a_channel_whose_subject_is_gone_is_closed_and_can_be_asked_for_again() {
        join(TOPIC, "1");

        assertThat(session.on(new Ended(TOPIC)))
                .containsExactly(new Send(Frame.json("1", "1", TOPIC, "phx_close", EMPTY)), new Left(TOPIC));
        assertThat(session.isJoined(TOPIC)).isFalse();
        assertThat(session.on(new Ended(TOPIC))).isEmpty();
        assertThat(receive("2", "2", TOPIC, "phx_join")).containsExactly(new Join(TOPIC, "2", new Payload.Json(EMPTY)));
    }

    @Test
    void an_event_that_is_being_handled_when_its_channel_ends_is_answered_and_the_next_one_is_unmatched() {
        join(TOPIC, "1");
        receive("1", "2", TOPIC, "get_state");
        receive("1", "3", TOPIC, "get_state");

        session.on(new Ended(TOPIC));

        assertThat(session.on(new Handled(TOPIC, Answer.ok())))
                .containsExactly(
                        reply("1", "2", TOPIC, Answer.ok()), reply("1", "3", TOPIC, refusal("unmatched topic")));
    }

    @Test
    void an_event_is_handed_on_and_its_answer_carries_its_refs() {
        join(TOPIC, "1");

        assertThat(receive("1", "2", TOPIC, "get_state"))
                .containsExactly(new Handle(TOPIC, "get_state", new Payload.Json(EMPTY)));
        assertThat(session.on(new Handled(TOPIC, Answer.ok()))).containsExactly(reply("1", "2", TOPIC, Answer.ok()));
    }

    @Test
    void an_event_without_a_join_ref_is_valid_and_one_without_a_ref_is_not_answered() {
        join(TOPIC, "1");

        assertThat(receive(null, null, TOPIC, "get_state")).hasSize(1);
        assertThat(session.on(new Handled(TOPIC, Answer.ok()))).isEmpty();
    }

    @Test
    void an_event_with_a_stale_join_ref_is_ignored() {
        join(TOPIC, "5");

        assertThat(receive("1", "6", TOPIC, "message")).isEmpty();
        assertThat(receive("1", "7", TOPIC, "phx_leave")).isEmpty();
        assertThat(session.isJoined(TOPIC)).isTrue();
    }

    @Test
    void an_event_on_a_topic_that_is_not_joined_is_unmatched() {
        assertThat(receive("1", "2", "nowhere", "message"))
                .containsExactly(reply("1", "2", "nowhere", refusal("unmatched topic")));
    }

    @Test
    void leaving_answers_and_closes() {
        join(TOPIC, "1");

        assertThat(receive("1", "3", TOPIC, "phx_leave"))
                .containsExactly(
                        reply("1", "3", TOPIC, Answer.ok()),
                        new Send(Frame.json("1", "1", TOPIC, "phx_close", EMPTY)),
                        new Left(TOPIC));
        assertThat(session.isJoined(TOPIC)).isFalse();
    }

    @Test
    void leaving_what_was_not_joined_is_fine() {
        assertThat(receive("1", "3", TOPIC, "phx_leave")).containsExactly(reply("1", "3", TOPIC, Answer.ok()));
    }

    @Test
    void one_topic_too_many_is_refused_until_another_is_left() {
        join("t:1", "1");
        join("t:2", "2");
        join("t:3", "3");

        assertThat(receive("4", "4", "t:4", "phx_join"))
                .containsExactly(reply("4", "4", "t:4", refusal("too many channels joined")));
        assertThat(receive("5", "5", "t:3", "phx_join")).contains(new Join("t:3", "5", new Payload.Json(EMPTY)));
        session.on(new Joined("t:3", EMPTY));
        receive("1", "6", "t:1", "phx_leave");
        assertThat(receive("7", "7", "t:4", "phx_join")).containsExactly(new Join("t:4", "7", new Payload.Json(EMPTY)));
    }

    @Test
    void refused_and_crashed_joins_do_not_count_as_topics() {
        for (int i = 0; i < 10; i++) {
            receive("1", "1", TOPIC, "phx_join");
            session.on(new Refused(TOPIC, refusal("not_found")));
            receive("2", "2", TOPIC, "phx_join");
            session.on(new Failed(TOPIC));
        }

        assertThat(receive("3", "3", TOPIC, "phx_join")).containsExactly(new Join(TOPIC, "3", new Payload.Json(EMPTY)));
    }

    @Test
    void frames_of_one_topic_wait_for_each_other() {
        join(TOPIC, "1");
        receive("1", "2", TOPIC, "first");

        assertThat(receive("1", "3", TOPIC, "second")).isEmpty();
        assertThat(session.on(new Handled(TOPIC, Answer.ok())))
                .containsExactly(
                        reply("1", "2", TOPIC, Answer.ok()), new Handle(TOPIC, "second", new Payload.Json(EMPTY)));
    }

    @Test
    void an_event_sent_right_behind_its_join_waits_for_it() {
        receive("1", "1", TOPIC, "phx_join");
        receive("1", "2", TOPIC, "message");

        assertThat(session.on(new Joined(TOPIC, EMPTY)))
                .endsWith(new Opened(TOPIC), new Handle(TOPIC, "message", new Payload.Json(EMPTY)));
    }

    @Test
    void a_busy_topic_holds_up_neither_other_topics_nor_heartbeats() {
        join(TOPIC, "1");
        receive("1", "2", TOPIC, "slow");

        assertThat(receive("3", "3", "avatar:2", "phx_join")).hasSize(1);
        assertThat(receive(null, "4", "phoenix", "heartbeat")).hasSize(1);
    }

    @Test
    void a_client_that_sends_faster_than_it_is_served_is_disconnected() {
        join(TOPIC, "1");
        receive("1", "2", TOPIC, "slow");
        receive("1", "3", TOPIC, "waits");
        receive("1", "4", TOPIC, "waits");

        assertThat(receive("1", "5", TOPIC, "too many"))
                .containsExactly(new Disconnect(1008, "too many messages at once"));
    }

    @Test
    void waiting_frames_are_counted_down_when_they_are_served() {
        join(TOPIC, "1");
        for (int i = 0; i < 10; i++) {
            receive("1", "2", TOPIC, "a");
            receive("1", "3", TOPIC, "b");
            session.on(new Handled(TOPIC, Answer.ok()));
            session.on(new Handled(TOPIC, Answer.ok()));
        }

        assertThat(receive("1", "4", TOPIC, "c")).hasSize(1);
    }

    @Test
    void an_event_whose_handler_fails_closes_the_topic_with_an_error() {
        join(TOPIC, "1");
        receive("1", "2", TOPIC, "message");

        assertThat(session.on(new Failed(TOPIC)))
                .containsExactly(
                        new Send(Frame.json(
                                "1",
                                "1",
                                TOPIC,
                                "phx_error",
                                JsonNodeFactory.instance.objectNode().put("reason", "internal error"))),
                        new Left(TOPIC));
        assertThat(session.isJoined(TOPIC)).isFalse();
    }

    @Test
    void a_join_that_fails_is_answered() {
        receive("1", "1", TOPIC, "phx_join");

        assertThat(session.on(new Failed(TOPIC))).containsExactly(reply("1", "1", TOPIC, refusal("join crashed")));
    }

    @Test
    void a_disconnection_leaves_every_topic_and_silences_what_is_still_running() {
        join("t:1", "1");
        join("t:2", "2");
        receive("3", "3", "t:3", "phx_join");
        receive("1", "4", "t:1", "slow");

        assertThat(session.on(new Disconnected())).containsExactly(new Left("t:1"), new Left("t:2"));
        assertThat(session.on(new Joined("t:3", EMPTY))).containsExactly(new Left("t:3"));
        assertThat(session.on(new Handled("t:1", Answer.ok()))).isEmpty();
        assertThat(receive("5", "5", "t:5", "phx_join")).isEmpty();
    }

    @Test
    void the_bytes_of_frames_are_held_while_they_are_worked_on_or_wait_and_no_longer() {
        join(TOPIC, "1");
        assertThat(session.heldBytes()).isZero();

        receive("2", TOPIC, "slow", 100);
        receive("3", TOPIC, "next", 20);
        receive("4", "phoenix", "heartbeat", 7);
        assertThat(session.heldBytes()).isEqualTo(120);

        session.on(new Handled(TOPIC, Answer.ok()));
        assertThat(session.heldBytes()).isEqualTo(20);
        session.on(new Failed(TOPIC));
        assertThat(session.heldBytes()).isZero();
    }

    private void receive(String ref, String topic, String event, int bytes) {
        session.on(new Received(Frame.json(null, ref, topic, event, EMPTY), bytes));
    }

    private void join(String topic, String ref) {
        receive(ref, ref, topic, "phx_join");
        session.on(new Joined(topic, EMPTY));
    }

    private List<SessionOutput> receive(String joinRef, String ref, String topic, String event) {
        return session.on(new Received(Frame.json(joinRef, ref, topic, event, EMPTY)));
    }

    private static Send reply(String joinRef, String ref, String topic, Answer answer) {
        return new Send(Frame.json(joinRef, ref, topic, "phx_reply", answer.toReply()));
    }

    private static Answer.Refused refusal(String reason) {
        return new Answer.Refused(reason, null);
    }
}
