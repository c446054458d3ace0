package viva.life.recall;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import viva.contracts.message.SpeakV1;

/** Recalls that are over at once, with nothing, or when they are told to be. */
public final class Recalls {
    static final SpeakV1.Memory BRUNO = new SpeakV1.Memory(new UUID(1, 2), "My owner's dog is called Bruno.", null);

    private boolean slow;
    private AwaitedRecall last;

    /** From now on a recall is over when {@link #finish} is called. */
    public void beSlow() {
        slow = true;
    }

    public AwaitedRecall begin() {
        last = new AwaitedRecall(System.nanoTime() + Duration.ofMinutes(5).toNanos(), outcome -> {});
        if (!slow) {
            last.found(List.of());
        }
        return last;
    }

    /** Something comes to mind. */
    public void finish() {
        last.found(List.of(BRUNO));
    }

    static RecallConfig config(Duration limit) {
        return new RecallConfig() {
            @Override
            public Duration limit() {
                return limit;
            }

            @Override
            public int atOnce() {
                return 1;
            }

            @Override
            public int most() {
                return 8;
            }
        };
    }
}
