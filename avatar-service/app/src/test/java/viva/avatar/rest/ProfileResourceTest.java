package viva.avatar.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import viva.platform.testkit.VivaServers;

@QuarkusTest
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "avatar"))
class ProfileResourceTest {
    private final Owner ana = Owner.anew();
    private final Owner ben = Owner.anew();

    @Test
    void a_stranger_sees_what_everybody_may_know_and_no_more() {
        String luna = ana.createsLuna();

        JsonPath profile = ben.asks()
                .get("/profiles/" + luna)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(profile.<String, Object>getMap("$").keySet())
                .containsExactlyInAnyOrder("id", "name", "bio", "gender", "age", "locale", "interests", "values");
        assertThat(profile.getString("name")).isEqualTo("Luna");
        assertThat(profile.getList("interests")).containsExactly("astronomy", "philosophy");
    }

    @Test
    void one_that_rests_is_as_unknown_as_one_that_never_was() {
        String luna = ana.createsLuna();
        ana.asks().body("{\"active\":false}").patch("/avatars/" + luna).then().statusCode(200);

        String resting = detail("/profiles/" + luna);
        String unknown = detail("/profiles/" + UUID.randomUUID());

        assertThat(resting).isEqualTo(unknown);
        assertThat(detail("/profiles/nonsense")).isEqualTo(unknown);
    }

    private String detail(String path) {
        return ben.asks().get(path).then().statusCode(404).extract().path("detail");
    }
}
