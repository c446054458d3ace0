package viva.gateway.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import viva.gateway.backend.FakePeers;
import viva.platform.testkit.ErasureRegister;
import viva.platform.testkit.VivaServers;

@QuarkusTest
@WithTestResource(
        value = VivaServers.class,
        initArgs = {
            @ResourceArg(name = "service", value = "gateway"),
            @ResourceArg(name = "servers", value = "postgres,rabbitmq,redis")
        })
@WithTestResource(FakePeers.class)
class ErasureRegisterTest {
    @Inject
    DataSource database;

    @Test
    void every_table_and_column_that_may_know_somebody_is_listed() throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertThat(ErasureRegister.existing(connection)).isEqualTo(ErasureRegister.documented("gateway"));
        }
    }
}
