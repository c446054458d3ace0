package viva.llm.nim;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Which model speaks. It holds no secret: {@code ./viva status} asks without a token. */
@Cancellable(false)
@Path("/internal/models")
@Tag(name = "models")
public class ModelsResource {
    private static final String EMBEDDING = "embedding";

    private final NimSetup setup;
    private final InstantSource clock = InstantSource.system();

    ModelsResource(NimSetup setup) {
        this.setup = setup;
    }

    /**
     * The models, and who speaks.
     *
     * @param voice one sentence: {@code model X speaks}, or {@code offline} and why
     * @param model the one that spoke last, or null
     * @param recipient the host that gets the texts, or null when no model can be asked
     */
    public record ModelsView(String voice, String model, Instant spokeAt, String recipient, List<ModelView> models) {}

    /**
     * One model of one purpose.
     *
     * @param choice its place in the list, from 1
     * @param goneStatus 404 or 410 when it is not there, else null
     */
    public record ModelView(String purpose, int choice, String model, Integer goneStatus, Instant goneSince) {}

    @GET
    @PermitAll
    @Operation(summary = "Which language model speaks, and which are gone")
    @APIResponse(responseCode = "200", description = "Always, also when the offline voice speaks")
    public ModelsView models() {
        Instant now = clock.instant();
        List<ModelView> models = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            int choice = 1;
            for (String model : setup.book().listed(purpose)) {
                models.add(view(purpose.label(), choice++, model, now));
            }
        }
        setup.embeddingModel().ifPresent(model -> models.add(view(EMBEDDING, 1, model, now)));
        Optional<ModelBook.Spoke> latest = setup.book().latest();
        return new ModelsView(
                setup.sentence(now),
                latest.map(ModelBook.Spoke::model).orElse(null),
                latest.map(ModelBook.Spoke::at).orElse(null),
                setup.address().map(NimAddress.At::host).orElse(null),
                models);
    }

    private ModelView view(String purpose, int choice, String model, Instant now) {
        Optional<ModelBook.Gone> gone = setup.book().goneNow(model, now);
        return new ModelView(
                purpose,
                choice,
                model,
                gone.map(ModelBook.Gone::status).orElse(null),
                gone.map(ModelBook.Gone::since).orElse(null));
    }
}
