package viva.life.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutreachQuotaTest {
    private static final String ZONE = "Europe/Vienna";

    /** The times are those of Vienna, whose clocks skip the hour from 02:00 on 29 March 2026. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "22 | 8 | 2026-11-29T12:00:00 | 2026-11-29T12:00:00",
                "22 | 8 | 2026-11-29T21:59:59 | 2026-11-29T21:59:59",
                "22 | 8 | 2026-11-29T22:00:00 | 2026-11-30T08:00:00",
                "22 | 8 | 2026-11-30T00:30:00 | 2026-11-30T08:00:00",
                "22 | 8 | 2026-11-30T07:59:59 | 2026-11-30T08:00:00",
                "22 | 8 | 2026-11-30T08:00:00 | 2026-11-30T08:00:00",
                "22 | 8 | 2026-03-28T23:00:00 | 2026-03-29T08:00:00",
                "13 | 15 | 2026-11-29T12:00:00 | 2026-11-29T12:00:00",
                "13 | 15 | 2026-11-29T14:59:00 | 2026-11-29T15:00:00",
                "0 | 0 | 2026-11-29T03:00:00 | 2026-11-29T03:00:00",
                "22 | 24 | 2026-11-29T23:00:00 | 2026-11-30T00:00:00"
            })
    void it_may_write_now_or_when_the_quiet_hours_end(int from, int until, String now, String opens) {
        OutreachQuota reach = OutreachQuota.NEW.in(ZONE);

        assertThat(mayWrite(reach, now, new OutreachRules(3, from, until))).isEqualTo(vienna(opens));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | 2026-11-29T12:00:00 | 2026-11-29T12:00:00",
                "3 | 2026-11-29T12:00:00 | 2026-11-30T08:00:00",
                "3 | 2026-11-29T23:00:00 | 2026-11-30T08:00:00",
                "3 | 2026-11-30T09:00:00 | 2026-11-30T09:00:00"
            })
    void when_the_messages_of_a_day_are_used_up_it_may_write_after_the_night(int written, String now, String opens) {
        OutreachQuota reach = new OutreachQuota(ZONE, LocalDate.parse("2026-11-29"), written, null, null);

        assertThat(mayWrite(reach, now, new OutreachRules(3, 22, 8))).isEqualTo(vienna(opens));
    }

    @Test
    void a_moment_that_is_made_up_for_is_not_written_of_and_not_waited_for() {
        Instant noon = vienna("2026-11-29T12:00:00");
        Instant night = vienna("2026-11-29T23:00:00");
        OutreachQuota reach = OutreachQuota.NEW.in(ZONE);
        OutreachRules hours = new OutreachRules(3, 22, 8);

        assertThat(reach.postponed(noon, false, hours)).isEmpty();
        assertThat(reach.postponed(noon, true, hours)).contains(noon);
        assertThat(reach.postponed(night, true, hours)).contains(vienna("2026-11-30T08:00:00"));
    }

    private static Instant mayWrite(OutreachQuota reach, String now, OutreachRules hours) {
        return reach.postponed(vienna(now), false, hours).orElse(vienna(now));
    }

    private static Instant vienna(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of(ZONE)).toInstant();
    }
}
