package dev.unitracker.moodle.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecordingTest {

    @Test
    void the_demo_has_five_steps_without_labels() {
        Recording demo = Recording.demo();

        assertThat(demo.steps()).isEqualTo(5);
        assertThat(demo.recordedAt(0)).isEqualTo(Instant.parse("2026-11-22T09:38:49Z"));
        assertThat(demo.edits(1)).isEmpty();
        assertThat(Recording.demo()).isSameAs(demo);
    }

    @Test
    void the_term_has_labelled_edits_in_all_steps_but_the_first() {
        Recording term = Recording.term();

        List<Edit> edits = IntStream.range(0, term.steps())
                .mapToObj(term::edits)
                .flatMap(List::stream)
                .toList();
        assertThat(term.steps()).isEqualTo(41);
        assertThat(term.edits(0)).isEmpty();
        assertThat(edits).hasSize(160);
        assertThat(edits).filteredOn(edit -> edit.accept().isEmpty()).hasSize(38);
        assertThat(edits)
                .contains(new Edit(
                        "file_replace", "file:13:/extra/guia3.html", List.of("content_changed"), List.of(), false));
    }

    @Test
    void there_is_no_step_after_the_last() {
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> Recording.demo().recordedAt(5));
        try (MoodleSimulator moodle = MoodleSimulator.playing(Recording.demo())) {
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> moodle.moveTo(-1));
            assertThatIllegalStateException().isThrownBy(moodle::url);
        }
    }

    @Test
    void every_file_that_a_course_links_to_is_there() throws Exception {
        for (Recording recording : List.of(Recording.demo(), Recording.term())) {
            try (MoodleSimulator moodle = MoodleSimulator.playing(recording).start()) {
                Browser browser = Browser.of(moodle);
                for (int step = 0; step < recording.steps(); step++) {
                    moodle.moveTo(step);
                    for (int course = 2; course <= 6; course++) {
                        for (String link : browser.call("core_course_get_contents", "courseid", course)
                                .findValuesAsText("fileurl")) {
                            if (link.contains("pluginfile.php")) {
                                String path = link.substring(moodle.url().length());
                                String joint = path.contains("?") ? "&" : "?";
                                assertThat(browser.get(path + joint + "token=" + moodle.token())
                                                .statusCode())
                                        .as("step %s: %s", step, link)
                                        .isEqualTo(200);
                            }
                        }
                    }
                }
            }
        }
    }
}
