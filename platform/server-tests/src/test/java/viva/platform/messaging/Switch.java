package viva.platform.messaging;

import io.smallrye.mutiny.Uni;
import java.net.ConnectException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import viva.platform.health.Dependency;
import viva.platform.messaging.outage.Diagnosis;
import viva.platform.messaging.outage.Outage;

/** A database that a test switches off and on. */
final class Switch implements Dependency, Diagnosis {
    private final AtomicInteger questions = new AtomicInteger();
    private volatile boolean on = true;

    void off() {
        on = false;
    }

    void on() {
        on = true;
    }

    /** What a statement comes to. */
    Uni<Void> statement() {
        return on ? Uni.createFrom().voidItem() : Uni.createFrom().failure(() -> new ConnectException("switched off"));
    }

    /** How often it was asked whether it is there. */
    int questions() {
        return questions.get();
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Kind kind() {
        return Kind.SERVER;
    }

    @Override
    public Uni<?> probe() {
        questions.incrementAndGet();
        return statement();
    }

    @Override
    public Optional<Outage> of(Throwable failure) {
        return failure instanceof ConnectException ? Optional.of(Outage.of(name(), failure)) : Optional.empty();
    }
}
