package viva.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseDiagnosisTest {
    private final DatabaseDiagnosis diagnosis = new DatabaseDiagnosis(Optional.of("postgresql://127.0.0.1:5439/viva"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08006", "28000", "28P01", "3D000", "40001", "40P01", "53100", "53300", "55P03", "57014", "57P01",
                "57P03", "58030", "25006", "25P03", "42501"
            })
    void a_server_that_cannot_work_is_an_outage(String state) {
        assertThat(diagnosis.of(new PgException("no", "FATAL", state, null)))
                .hasValueSatisfying(outage -> assertThat(outage.dependency()).isEqualTo("database"));
        assertThat(diagnosis.of(new SQLException("no", state))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"21000", "22001", "22P05", "23505", "40002", "42P01", "42703", "P0001", "XX000"})
    void a_statement_or_its_data_is_none(String state) {
        assertThat(diagnosis.of(new PgException("no", "ERROR", state, null))).isEmpty();
        assertThat(diagnosis.of(new SQLException("no", state))).isEmpty();
    }

    @Test
    void a_connection_that_is_refused_is_the_databases_where_its_port_says_so() {
        assertThat(diagnosis.of(new ConnectException("Connection refused: /127.0.0.1:5439")))
                .isPresent();
        assertThat(diagnosis.of(new ConnectException("Connection refused: /127.0.0.1:4001")))
                .isEmpty();
        assertThat(diagnosis.of(new ConnectException())).isEmpty();
    }

    @Test
    void a_connection_that_was_lost_or_did_not_become_free_is_an_outage() {
        assertThat(diagnosis.of(ClosedConnectionException.INSTANCE)).isPresent();
        assertThat(diagnosis.of(new NoStackTraceThrowable("Timeout"))).isPresent();
        assertThat(diagnosis.of(new NoStackTraceThrowable("something else"))).isEmpty();
        assertThat(diagnosis.of(new SQLException("without a state"))).isEmpty();
    }
}
