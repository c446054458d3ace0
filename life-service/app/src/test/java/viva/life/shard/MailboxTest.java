package viva.life.shard;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.TimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.WorldTime;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.LifeCommand;
import viva.contracts.message.LifecycleV1;
import viva.contracts.message.OwnerCameV1;
import viva.life.peer.Peers;
import viva.life.reading.AwaitedReading;
import viva.life.reading.Readings;
import viva.life.recall.Recalls;
import viva.platform.messaging.Delivery;

class MailboxTest {
    private static final AccountId OWNER = new AccountId(UUID.randomUUID());
    private static final WorldTime NOON = WorldTime.parse("2030-01-01T12:00:00Z");
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final RuntimeException bug = new ArrayIndexOutOfBoundsException("nobody foresaw this");
    private final RuntimeException slow = new TimeoutException();
    private final Readings readings = new Readings();
    private final Recalls recalls = new Recalls();
    private final Mailbox mailbox =
            new Mailbox(message -> readings.begin(message.content()), message -> recalls.begin());
    private final AvatarId ada = new AvatarId(UUID.randomUUID());
    private final AvatarId sol = new AvatarId(UUID.randomUUID());
    private final Set<AvatarId> unreadable = new HashSet<>();

    private void gets(LifeCommand command) {
        mailbox.accept(new Delivery(Peers.envelope(command), false, null, null), System.nanoTime());
    }

    private List<AvatarId> next(long nowNanos) {
        return batch(nowNanos).stream().map(Task::avatar).toList();
    }

    private List<Task> batch(long nowNanos) {
        return mailbox.next(avatar -> !unreadable.contains(avatar), unreadable::contains, nowNanos);
    }

    /** What the shard itself found to do for both. */
    private void bothAreDue() {
        mailbox.add(new Task.Due(ada, NOON, false));
        mailbox.add(new Task.Due(sol, NOON, false));
    }

    @Test
    void a_message_that_is_being_read_holds_up_its_own_avatar_alone_and_no_longer_than_the_limit() {
        gets(Peers.message(ada, OWNER, "Hello!"));
        AwaitedReading reading = readings.last();
        gets(new OwnerCameV1(ada, OWNER, Instant.now(), null, null));
        gets(new OwnerCameV1(sol, OWNER, Instant.now(), null, null));

        assertThat(next(System.nanoTime())).containsExactly(sol);
        assertThat(mailbox.alarms(System.nanoTime())).containsExactly(reading.untilNanos());
        assertThat(next(reading.untilNanos())).containsExactly(ada, ada);
    }

    @Test
    void letters_keep_their_order_when_the_reading_comes() throws InterruptedException {
        gets(Peers.message(ada, OWNER, "Hello!"));
        gets(new OwnerCameV1(ada, OWNER, Instant.now(), null, null));
        assertThat(next(System.nanoTime())).isEmpty();

        readings.finish();

        List<Task> tasks = batch(System.nanoTime());
        assertThat(tasks)
                .extracting(task -> ((Task.Letter) task).envelope())
                .extracting(CloudEvent::type)
                .containsExactly("life.owner_message.v1", "life.owner_came.v1");
        assertThat(((Task.Letter) tasks.getFirst()).reading().settle().reader()).isEqualTo("better-1");
    }

    @Test
    void a_message_waits_for_its_memories_too() throws InterruptedException {
        recalls.beSlow();
        gets(Peers.message(ada, OWNER, "What is my dog called?"));
        readings.finish();
        assertThat(next(System.nanoTime())).isEmpty();

        recalls.finish();

        assertThat(batch(System.nanoTime()))
                .singleElement()
                .satisfies(task ->
                        assertThat(((Task.Letter) task).recall().settle()).hasSize(1));
    }

    @Test
    void an_exception_that_nobody_foresaw_ends_its_own_task_after_bounded_tries_and_the_others_go_on() {
        bothAreDue();
        List<Task> both = batch(0);

        assertThat(mailbox.blames(both, bug, 0)).isTrue();
        assertThat(both).hasSize(2);
        List<Task> alone = batch(0);
        assertThat(alone).containsExactly(both.getFirst());
        mailbox.blames(alone, bug, 0);
        assertThat(next(0)).as("the other one, alone").containsExactly(sol);
        for (long now = SECOND; now <= 2 * SECOND; now += SECOND) {
            List<Task> again = batch(now);
            assertThat(again).containsExactly(both.getFirst());
            mailbox.blames(again, bug, now);
        }

        assertThat(next(60 * SECOND)).isEmpty();
        bothAreDue();
        assertThat(next(60 * SECOND)).as("given up is given up").containsExactly(sol);
    }

    @Test
    void what_the_database_fails_again_and_again_is_tried_one_by_one_and_never_given_up() {
        bothAreDue();
        for (int n = 0; n < 3; n++) {
            List<Task> both = batch(0);
            assertThat(both).hasSize(2);
            assertThat(mailbox.blames(both, slow, 0)).isFalse();
        }

        List<Task> delayed = batch(0);
        assertThat(delayed).hasSize(1);
        mailbox.blames(delayed, slow, 0);
        assertThat(next(0)).as("the other one goes on").containsExactly(sol);
        for (long now = 120 * SECOND; now < 2_400 * SECOND; now += 120 * SECOND) {
            assertThat(batch(now)).isEqualTo(delayed);
            mailbox.blames(delayed, slow, now);
        }
    }

    @Test
    void letters_to_the_avatar_of_a_suspect_wait_for_it_and_the_others_do_not() {
        gets(new OwnerCameV1(ada, OWNER, Instant.now(), null, null));
        List<Task> first = batch(0);
        mailbox.blames(first, bug, 0);
        gets(new OwnerCameV1(ada, OWNER, Instant.now(), null, null));
        gets(new OwnerCameV1(sol, OWNER, Instant.now(), null, null));

        assertThat(next(0)).containsExactly(sol);
        assertThat(batch(SECOND)).isEqualTo(first);
        assertThat(next(SECOND)).containsExactly(ada);
    }

    @Test
    void what_is_for_a_mind_that_cannot_be_read_waits_for_it_and_an_erasure_does_not() {
        unreadable.add(ada);
        AvatarProfile profile = Peers.profile();
        gets(new LifecycleV1(ada, OWNER, LifecycleV1.Wish.LIVES, 2, profile));
        gets(new LifecycleV1(ada, null, LifecycleV1.Wish.RESTS, 3, null));
        gets(new OwnerCameV1(ada, OWNER, Instant.now(), null, null));
        gets(new OwnerCameV1(sol, OWNER, Instant.now(), null, null));
        gets(new LifecycleV1(ada, null, LifecycleV1.Wish.ERASED, 4, null));

        assertThat(next(0)).containsExactly(sol, ada);
        unreadable.clear();
        mailbox.born(avatar -> true);
        assertThat(next(0)).containsExactly(ada, ada, ada);
    }
}
