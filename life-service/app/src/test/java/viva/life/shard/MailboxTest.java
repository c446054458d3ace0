package viva.life.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.LifeCommand;
import viva.contracts.message.OwnerCameV1;
import viva.life.peer.Peers;
import viva.life.reading.AwaitedReading;
import viva.life.reading.Readings;
import viva.platform.messaging.Delivery;

class MailboxTest {
    private static final AccountId OWNER = new AccountId(UUID.randomUUID());

    private final Readings readings = new Readings();
    private final Mailbox mailbox = new Mailbox(message -> readings.begin(message.content()));
    private final AvatarId ada = new AvatarId(UUID.randomUUID());
    private final AvatarId sol = new AvatarId(UUID.randomUUID());

    private void gets(LifeCommand command) {
        mailbox.accept(new Delivery(Peers.envelope(command), false, null, null), System.nanoTime());
    }

    private List<AvatarId> next(long nowNanos) {
        return mailbox.next(avatar -> true, nowNanos).stream().map(Task::avatar).toList();
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

        List<Task> tasks = mailbox.next(avatar -> true, System.nanoTime());
        assertThat(tasks)
                .extracting(task -> ((Task.Letter) task).envelope())
                .extracting(CloudEvent::type)
                .containsExactly("life.owner_message.v1", "life.owner_came.v1");
        assertThat(((Task.Letter) tasks.getFirst()).reading().settle().reader()).isEqualTo("better-1");
    }
}
