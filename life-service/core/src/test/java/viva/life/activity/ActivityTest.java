package viva.life.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.DialogueAct;
import viva.contracts.TalkTopic;
import viva.life.talk.Script;

class ActivityTest {
    private static final AvatarId OTHER = new AvatarId(new UUID(1, 2));
    private static final ConversationId TALK = new ConversationId(new UUID(3, 4));

    /** The life cycle as it is drawn in the product's description, and the way home of an exploration that found nobody. */
    private static final Map<Class<?>, Set<Class<?>>> EDGES = Map.of(
            Idle.class, Set.of(Thinking.class, Sleeping.class),
            Thinking.class, Set.of(Socializing.class, Reflecting.class, Exploring.class, Idle.class),
            Socializing.class, Set.of(InConversation.class, Idle.class),
            InConversation.class, Set.of(Socializing.class),
            Reflecting.class, Set.of(CreatingMemory.class),
            CreatingMemory.class, Set.of(Idle.class),
            Exploring.class, Set.of(MatchDiscovered.class, Idle.class),
            MatchDiscovered.class, Set.of(Idle.class),
            Sleeping.class, Set.of(Idle.class));

    private static final Script SCRIPT = Script.of(
            List.of(DialogueAct.GREET, DialogueAct.JOKE, DialogueAct.GOODBYE), List.of(), true, 1_000, 7, .7, .25);

    private static final Script SCRIPT_WITH_TOPICS = Script.of(
            List.of(DialogueAct.ASK, DialogueAct.ANSWER, DialogueAct.GOODBYE),
            List.of(TalkTopic.PLACE, TalkTopic.PLACE, TalkTopic.NOTHING),
            false,
            1_000,
            7,
            .7,
            .25);

    @Test
    void the_states_offer_exactly_the_edges_of_the_life_cycle() {
        assertThat(Activity.class.getPermittedSubclasses()).hasSize(9);

        for (Class<?> state : Activity.class.getPermittedSubclasses()) {
            Set<Class<?>> offered = Arrays.stream(state.getDeclaredMethods())
                    .filter(method -> !Modifier.isStatic(method.getModifiers()))
                    .map(Method::getReturnType)
                    .filter(Activity.class::isAssignableFrom)
                    .filter(next -> !next.equals(state))
                    .collect(Collectors.toSet());

            assertThat(offered).as(state.getSimpleName()).isEqualTo(EDGES.get(state));
        }
    }

    @ParameterizedTest
    @MethodSource("everyActivity")
    void an_activity_goes_through_bytes_and_back(Activity activity) {
        ByteBuffer bytes = ByteBuffer.allocate(ActivityCodec.MAX_BYTES);

        ActivityCodec.write(activity, bytes);

        assertThat(ActivityCodec.read(bytes.flip())).isEqualTo(activity);
    }

    @Test
    void an_unknown_tag_is_refused() {
        assertThatThrownBy(() -> ActivityCodec.read(ByteBuffer.wrap(new byte[] {13})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("activity tag = 13");
    }

    @Test
    void labels_are_the_names_of_the_product() {
        assertThat(everyActivity().map(Activity::label).distinct())
                .isEqualTo(List.of(
                        "idle",
                        "thinking",
                        "socializing",
                        "in_conversation",
                        "reflecting",
                        "creating_memory",
                        "exploring",
                        "match_discovered",
                        "sleeping"));
    }

    static Stream<Activity> everyActivity() {
        Idle idle = Activity.born();
        Thinking thinking = idle.think(1);
        return Stream.of(
                idle,
                thinking,
                thinking.socialize(2),
                thinking.socialize(2).invite(OTHER, TALK, false),
                thinking.socialize(2).invite(OTHER, TALK, true),
                thinking.socialize(2).invite(null, TALK, false).invite(null, TALK, false),
                thinking.socialize(2).meet(OTHER, TALK, Long.MAX_VALUE),
                thinking.socialize(2).meet(OTHER, TALK, 3).begin(SCRIPT),
                thinking.socialize(2).meet(OTHER, TALK, 3).begin(SCRIPT).turn(),
                thinking.socialize(2).meet(OTHER, TALK, 3).begin(SCRIPT_WITH_TOPICS),
                thinking.reflect(3),
                thinking.reflect(3).gainInsight(4),
                thinking.explore(5),
                thinking.explore(5).discover(OTHER, -6),
                idle.fallAsleep());
    }
}
