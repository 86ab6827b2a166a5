package dev.unitracker.moodle.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrafficTest extends Playing {

    @Test
    void requests_are_counted_by_function_inside_batches_too() throws Exception {
        browser.call("core_webservice_get_site_info");
        browser.batch(
                "core_course_get_contents", "{\"courseid\":2}",
                "core_course_get_contents", "{\"courseid\":3}",
                "mod_assign_get_assignments", "{}");

        assertThat(moodle.requests()).isEqualTo(2);
        assertThat(moodle.batches()).isEqualTo(1);
        assertThat(moodle.countsByFunction())
                .isEqualTo(Map.of(
                        "core_webservice_get_site_info", 1,
                        "core_course_get_contents", 2,
                        "mod_assign_get_assignments", 1,
                        "tool_mobile_call_external_functions", 1));
    }

    @Test
    void the_log_tells_no_secrets() throws Exception {
        browser.post("/login/token.php", "username", "jperez", "password", moodle.password(), "service", "x");
        browser.get("/webservice/pluginfile.php/49/a.txt?token=" + moodle.token());
        browser.get("/tokenpluginfile.php/0123456789abcdef0123456789abcdef/49/a.txt");
        browser.call("core_webservice_get_site_info");

        assertThat(moodle.log())
                .containsExactly(
                        new Asked("POST", "/login/token.php", List.of()),
                        new Asked("GET", "/webservice/pluginfile.php/49/a.txt", List.of()),
                        new Asked("GET", "/tokenpluginfile.php/***/49/a.txt", List.of()),
                        new Asked("POST", "/webservice/rest/server.php", List.of("core_webservice_get_site_info")));
    }

    @Test
    void counting_starts_anew() throws Exception {
        browser.call("core_webservice_get_site_info");
        browser.post("/login/token.php");

        moodle.resetCounts();

        assertThat(moodle.requests()).isZero();
        assertThat(moodle.logins()).isZero();
        assertThat(moodle.countsByFunction()).isEmpty();
        assertThat(moodle.log()).isEmpty();
    }
}
