package viva.llm.nim;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import viva.llm.budget.CallPurpose;

/**
 * Looks at the start whether a model speaks, and says which. The list of models is looked at as well, but it proves nothing: hosted
 * servers list models that are gone, and answer without a key. Nothing waits for it.
 */
@Singleton
class StartProbe {
    private static final Logger LOG = Logger.getLogger(StartProbe.class);
    private static final int MOST_LIST_BYTES = 4 * 1024 * 1024;

    private final NimConfig config;
    private final NimSetup setup;
    private final ChatClient chat;
    private final Vertx vertx;
    private final InstantSource clock = InstantSource.system();

    StartProbe(NimConfig config, NimSetup setup, ChatClient chat, Vertx vertx) {
        this.config = config;
        this.setup = setup;
        this.chat = chat;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        if (setup.address().isEmpty()) {
            LOG.info("no language model is set up: the offline voice speaks");
            return;
        }
        vertx.getOrCreateContext().runOnContext(ignored -> look().subscribe().with(done -> {}, failure -> {}));
    }

    /** Completes when it is known; never fails. */
    Uni<Void> look() {
        return listed().invoke(this::compare)
                .onFailure()
                .invoke(failure -> LOG.warnf("the list of models cannot be read: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull()
                .flatMap(compared -> speak());
    }

    private Uni<Set<String>> listed() {
        NimAddress.At address = setup.address().orElseThrow();
        NimHttp http = new NimHttp(vertx, address, setup.key(), config.connectTimeout(), 1, clock);
        return http.<Set<String>>get(
                        "models",
                        Deadlines.at(clock.instant().plus(config.totalTimeout())),
                        () -> new JsonReader<>(MOST_LIST_BYTES, () -> {}, document -> {
                            Set<String> names = new HashSet<>();
                            document.path("data")
                                    .forEach(model -> names.add(model.path("id").asText()));
                            return names;
                        }))
                .eventually(http::close);
    }

    private void compare(Set<String> names) {
        for (Purpose purpose : Purpose.values()) {
            String first = setup.book().listed(purpose).getFirst();
            if (!names.contains(first)) {
                LOG.warnf("the server does not list %s, the first choice for %s", first, purpose.label());
            }
        }
    }

    private Uni<Void> speak() {
        return chat.chat(probe(), (model, words) -> false)
                .invoke(answer -> LOG.infof("the language model %s speaks", answer.model()))
                .onFailure()
                .invoke(this::tell)
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    /** A model that used its one token for a thought said nothing, and speaks all the same. */
    private void tell(Throwable failure) {
        if (failure instanceof NimException nim && nim.fault() instanceof NimFault.Empty) {
            String model = setup.book().alive(Purpose.ANSWER, clock.instant()).getFirst();
            setup.book().spoke(model, clock.instant());
            LOG.infof("the language model %s speaks", model);
            return;
        }
        String reason = failure instanceof NimException nim
                ? nim.fault().label()
                : failure.getClass().getSimpleName();
        LOG.warnf("no language model speaks (%s): the offline voice does, until one answers", reason);
    }

    private ChatOrder probe() {
        return new ChatOrder(
                CallPurpose.PROBE,
                null,
                null,
                List.of(new ChatMessage(ChatMessage.Role.USER, "Say yes.")),
                1,
                0,
                false,
                null,
                Deadlines.at(clock.instant().plus(config.totalTimeout())));
    }
}
