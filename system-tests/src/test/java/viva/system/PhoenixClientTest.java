package viva.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class PhoenixClientTest {
    private final World world = World.whole();

    @Test
    void the_snippets_of_the_product_description_run_as_they_stand_there() {
        Owner owner = Owner.signUp(world);
        String avatar = owner.newAvatar("Luna");
        String foreign = Owner.signUp(world).newAvatar("Sol");

        JsonNode seen = PhoenixScript.start(
                        "snippets.mjs", world.url().toString(), owner.socketToken(), avatar, foreign)
                .result();

        assertThat(seen.path("avatar").path("name").asText()).isEqualTo("Luna");
        assertThat(seen.path("state").path("needs").path("energy").asDouble()).isBetween(0.0, 100.0);
        JsonNode response = seen.path("responses").path(0);
        assertThat(response.path("content").asText()).isNotBlank();
        assertThat(response.path("mood").isNumber()).isTrue();
        assertThat(response.path("emotions").size()).isEqualTo(10);
        assertThat(seen.path("states").path(0).path("energy").isNumber()).isTrue();
        assertThat(seen.path("foreign").asText()).isEqualTo("not_found");
        assertThat(seen.path("clock").path("scale").asDouble()).isEqualTo(10);
        assertThat(seen.path("tick").path("world_time").asText()).isNotBlank();
    }

    @Test
    void a_new_avatar_is_alive_as_soon_as_its_owner_knows_of_it() {
        Owner owner = Owner.signUp(world);

        String avatar = owner.newAvatar("Quick");
        JsonNode state = owner.get("/api/avatars/" + avatar + "/state").expect(200);

        assertThat(state.path("activity").asText()).isNotBlank();
        assertThat(world.query("life", "select count(*) from mind where avatar_id = '" + avatar + "'"))
                .isEqualTo("1");
    }
}
