package viva.local.letters;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import viva.local.service.ServiceName;
import viva.platform.letters.LetterFilter;

/** Sends dead letters back to the queues that they died in. */
@Command(
        name = "replay",
        description =
                "Send dead letters back to the queues that they died in. They keep their ids, so nothing is done twice.")
final class ReplayLetters implements Callable<Integer> {
    private static final int SOME_STAY = 1;

    private final LetterDesk desk;

    @Mixin
    private ChosenLetters chosen;

    ReplayLetters(LetterDesk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        LetterFilter filter = chosen.filter();
        boolean well = true;
        for (ServiceName service : chosen.options().services()) {
            long most = desk.ask(service, letters -> letters.list(filter, 0, 1))
                    .look()
                    .waiting();
            if (most > 0) {
                well &= ChosenLetters.settle(
                        desk, service, most, "replayed", (letters, limit) -> letters.replay(filter, limit));
            }
        }
        return well ? 0 : SOME_STAY;
    }
}
