package viva.load.owner;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Function;

/** An owner with avatars, who stays signed in. One thread at a time. */
public final class Household {
    private static final String PASSWORD = "Soak-7-and-more";
    private static final int TOKEN_EXPIRED = 401;
    private static final List<String> NAMES = List.of("Luna", "Sol", "Iris", "Theo", "Nina", "Juno", "Milo", "Vera");

    private final PublicApi api;
    private final List<String> avatars = new CopyOnWriteArrayList<>();
    private String accessToken;
    private String refreshToken;

    private Household(PublicApi api, JsonNode tokens) {
        this.api = api;
        take(tokens);
    }

    /** Opens an account, when the gateway lets one more in; an unanswered wish that is repeated stays one wish. */
    public static Household open(PublicApi api) {
        String name = "soak" + UUID.randomUUID().toString().substring(0, 12).replace("-", "");
        return new Household(
                api,
                api.expect(api.post(
                        "/api/accounts",
                        null,
                        Map.of(
                                "email",
                                name + "@viva.local",
                                "username",
                                name,
                                "password",
                                PASSWORD,
                                "client_id",
                                UUID.randomUUID().toString()))));
    }

    /** Makes one more avatar; an unanswered wish that is repeated stays one wish. */
    void grow() {
        grow(NAMES.get(avatars.size() % NAMES.size()));
    }

    /** Makes one more avatar with a name and answers its id. */
    public String grow(String name) {
        Map<String, String> wish =
                Map.of("name", name, "client_id", UUID.randomUUID().toString());
        String avatar = expect(token -> api.post("/api/avatars", token, wish))
                .body()
                .path("id")
                .asText();
        avatars.add(avatar);
        return avatar;
    }

    /** The first answer to a change that does not ask to come later, which must be no refusal. */
    public PublicApi.Answer post(String path, Map<String, String> body) {
        return expect(token -> api.post(path, token, body));
    }

    /** The first answer to a question that does not ask to come later, which must be no refusal. */
    public PublicApi.Answer get(String path) {
        return expect(token -> api.get(path, token));
    }

    /** Says something to one of the avatars and answers the status. */
    int say(int number, String content) {
        String avatar = avatars.get(number % avatars.size());
        Map<String, String> message =
                Map.of("content", content, "client_id", UUID.randomUUID().toString());
        return signedIn(token -> api.post("/api/avatars/" + avatar + "/messages", token, message), PublicApi::once)
                .status();
    }

    private PublicApi.Answer expect(Function<String, HttpRequest> request) {
        PublicApi.Answer answer = signedIn(request, PublicApi::patiently);
        PublicApi.accepted(request.apply(accessToken), answer);
        return answer;
    }

    /** Asks with the access token that is held, and once more with a new one when that has expired. */
    private PublicApi.Answer signedIn(
            Function<String, HttpRequest> request, BiFunction<PublicApi, HttpRequest, PublicApi.Answer> ask) {
        PublicApi.Answer answer = ask.apply(api, request.apply(accessToken));
        if (answer.status() != TOKEN_EXPIRED) {
            return answer;
        }
        take(api.expect(api.post("/api/sessions/refresh", null, Map.of("refresh_token", refreshToken))));
        return ask.apply(api, request.apply(accessToken));
    }

    private void take(JsonNode tokens) {
        accessToken = tokens.path("access_token").asText();
        refreshToken = tokens.path("refresh_token").asText();
    }
}
