package dev.unitracker.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/x",
                "http://moodle/x",
                "http://moodle./x",
                "http://[::1]/x",
                "javascript:alert(1)",
                "/relative",
                "tg://user?id=1",
                "ftp://a.example/",
                ""
            })
    void what_services_do_not_lead_to_is_no_link(String link) {
        assertThat(WebAddress.of(link)).isEmpty();
    }

    @Test
    void an_address_is_sent_in_letters_that_every_program_reads() {
        assertThat(WebAddress.of("https://campus.ñandú.example/a b?x=\"y\""))
                .contains("https://campus.xn--and-6ma2c.example/a%20b?x=%22y%22");
    }

    @Test
    void what_nobody_would_open_is_no_link() {
        assertThat(WebAddress.of("https://campus.example.edu/" + "x".repeat(2021)))
                .isPresent();
        assertThat(WebAddress.of("https://campus.example.edu/" + "x".repeat(2022)))
                .isEmpty();
        assertThat(WebAddress.of(null)).isEmpty();
    }
}
