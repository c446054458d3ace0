package viva.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
    @Test
    void all_addresses_of_one_ipv6_line_share_a_limit() {
        assertThat(Network.of("2001:db8:1:2::1")).isEqualTo(Network.of("2001:db8:1:2:ffff:eeee:dddd:cccc"));
        assertThat(Network.of("2001:db8:1:2::1")).isNotEqualTo(Network.of("2001:db8:1:3::1"));
    }

    @Test
    void an_ipv4_address_is_itself_however_it_is_written() {
        assertThat(Network.of("192.0.2.7").text()).isEqualTo("192.0.2.7");
        assertThat(Network.of("::ffff:192.0.2.7")).isEqualTo(Network.of("192.0.2.7"));
        assertThat(Network.of("192.0.2.7")).isNotEqualTo(Network.of("192.0.2.8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "1.2.3", "1.2.3.4:80", "nonsense::", "<script>"})
    void what_is_no_address_is_one_unknown_network(String text) {
        assertThat(Network.of(text)).isEqualTo(Network.UNKNOWN);
    }

    @Test
    void a_header_counts_only_from_a_trusted_proxy() {
        TrustedProxies proxies = new TrustedProxies(List.of("10.0.0.0/8", "fd00::/8"));

        assertThat(proxies.client("203.0.113.9", List.of("198.51.100.1"))).isEqualTo("203.0.113.9");
        assertThat(proxies.client("10.1.2.3", List.of("198.51.100.1"))).isEqualTo("198.51.100.1");
        assertThat(proxies.client("fd00::5", List.of("198.51.100.1"))).isEqualTo("198.51.100.1");
        assertThat(Network.of(proxies.client("10.1.2.3", List.of("198.51.100.1:50000"))))
                .isEqualTo(Network.of("198.51.100.1"));
        assertThat(Network.of(proxies.client("10.1.2.3", List.of("[2001:db8::1]:50000"))))
                .isEqualTo(Network.of("2001:db8::1"));
        assertThat(proxies.client("10.1.2.3", List.of())).isEqualTo("10.1.2.3");
        assertThat(new TrustedProxies(List.of()).client("10.1.2.3", List.of("198.51.100.1")))
                .isEqualTo("10.1.2.3");
    }

    @Test
    void what_a_client_wrote_itself_is_never_reached() {
        TrustedProxies proxies = new TrustedProxies(List.of("10.0.0.0/8"));

        assertThat(proxies.client("10.1.2.3", List.of("1.1.1.1, 198.51.100.1"))).isEqualTo("198.51.100.1");
        assertThat(proxies.client("10.1.2.3", List.of("1.1.1.1", "198.51.100.1, 10.9.9.9")))
                .isEqualTo("198.51.100.1");
        assertThat(proxies.client("10.1.2.3", List.of("10.8.8.8, garbage"))).isEqualTo("10.1.2.3");
        assertThat(proxies.client("10.1.2.3", List.of("10.7.7.7,".repeat(1_000) + "10.7.7.7")))
                .isEqualTo("10.7.7.7");
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.0.1, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "192.0.2.128/25, 192.0.2.127, false",
        "192.0.2.128/25, 192.0.2.128, true",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.6, false",
        "0.0.0.0/0, 8.8.8.8, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "127.0.0.1, ::ffff:127.0.0.1, true",
    })
    void a_range_holds_what_begins_with_its_bits(String range, String address, boolean contained) {
        assertThat(AddressRange.parse(range).contains(Network.bytes(address).orElseThrow()))
                .isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "/8", ""})
    void a_malformed_range_is_refused_by_name(String range) {
        assertThatThrownBy(() -> AddressRange.parse(range))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(range);
    }
}
