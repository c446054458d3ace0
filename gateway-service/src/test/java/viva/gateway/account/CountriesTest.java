package viva.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountriesTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "pt-BR, America/Sao_Paulo, BR",
                "pt, America/Manaus, BR",
                "pt-BR, UTC, BR",
                "en-US, UTC, US",
                "en-US, Europe/Berlin, DE",
                "en-US, Europe/London, GB",
                "pt-BR, Europe/Lisbon, PT",
                "de-AT, -, AT",
                "en, Europe/Dublin, IE",
                "en, America/Toronto, CA",
                "es-ES, Atlantic/Canary, ES",
                "en, Etc/GMT+3, -",
                "en, UTC, -",
                "-, -, -",
                "-, America/New_York, US",
                "en-US, Asia/Tokyo, -",
                "ja-JP, Asia/Tokyo, JP",
                "es-419, UTC, -",
                "not a locale, not/a_zone, -"
            })
    void the_zone_comes_first_and_what_contradicts_is_not_known(String locale, String timezone, String country) {
        assertThat(Countries.of(locale, timezone)).isEqualTo(country);
    }

    @Test
    void a_listed_zone_is_one_that_accounts_may_have() {
        assertThat(ZoneId.getAvailableZoneIds())
                .contains("America/Sao_Paulo", "Europe/Busingen", "Africa/Ceuta", "US/Eastern", "Brazil/East");
    }
}
