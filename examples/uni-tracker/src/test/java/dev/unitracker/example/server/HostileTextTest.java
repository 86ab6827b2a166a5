package dev.unitracker.example.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.moodle.simulator.Where;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a teacher may call a course is text, wherever it is answered. */
class HostileTextTest {

    @TempDir
    private Path folder;

    @Test
    void a_course_may_be_called_anything_and_stays_text_in_json() {
        try (Served served = Served.upTo(0, folder)) {
            served.moodle()
                    .answer(
                            Where.function("core_enrol_get_users_courses"),
                            text -> text.replace(
                                            "\"Programaci\\u00f3n II\"",
                                            "\"&lt;script&gt;alert(1)&lt;\\/script&gt; \\u2028\\\"'}\"")
                                    .replace("\"Termodin\\u00e1mica\"", "\"=cmd()|'\\/C calc'!A0\""));
            served.tracker().syncFully();
            List<String> names = served.account().courses().stream()
                    .map(course -> course.item().title())
                    .toList();
            long course = served.account().courses().stream()
                    .filter(one -> one.item().title().startsWith("<script>"))
                    .findFirst()
                    .orElseThrow()
                    .number();

            RawHttp.Answered courses = served.get("/courses");

            assertThat(names).anyMatch(name -> name.startsWith("<script>alert(1)</script>"));
            assertThat(names).contains("=cmd()|'/C calc'!A0");
            assertThat(courses.json().findValuesAsText("display_name")).containsExactlyInAnyOrderElementsOf(names);
            for (String path : List.of(
                    "/courses",
                    "/items?item_type=course",
                    "/search?q=script",
                    "/courses/" + course + "/brief",
                    "/courses/" + course + "/snapshot",
                    "/items/" + course + "/provenance",
                    "/changes?limit=1000",
                    "/notifications/digest")) {
                RawHttp.Answered answered = served.get(path, "Accept: text/html");

                assertThat(answered.header("Content-Type").orElseThrow()).startsWith("application/json");
                assertThat(answered.header("X-Content-Type-Options")).contains("nosniff");
                assertThat(answered.json()).isNotEmpty();
            }
        }
    }
}
