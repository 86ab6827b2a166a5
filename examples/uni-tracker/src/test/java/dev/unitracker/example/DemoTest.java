package dev.unitracker.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.moodle.simulator.Recording;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

    @TempDir
    Path folder;

    @Test
    void the_readable_demo_tells_each_change_with_its_course_and_local_times() {
        Played demo = Played.of(folder, Map.of(), "demo");

        assertThat(demo.status()).isZero();
        assertThat(demo.out())
                .contains("81 items", "82 items", "83 items")
                .contains("Deadline moved: TP 1 - Límites y continuidad (Cálculo I)")
                .contains("23:59 → ")
                .contains("Grade released: TP Integrador (Programación II)", "grade: 7 of 10")
                .contains("https://moodle.example.test/mod/assign/view.php?id=5")
                .contains("your extension; the class: ")
                .contains("nothing that a student would care for")
                .doesNotContain("127.0.0.1");
    }

    @Test
    void the_readable_demo_shows_what_the_student_is_sent_and_the_digest() {
        Played demo = Played.of(folder, Map.of(), "demo", "--language", "es");

        assertThat(demo.out())
                .contains("Estoy siguiendo 5 materias: anoté 81 elementos en silencio.")
                .contains("│ Fecha límite movida: TP 1 - Límites y continuidad (Cálculo I)")
                .contains("[Enterado] [Hecho] [Mañana] [Abrir]")
                .contains("(La estudiante responde «Enterado»: TP 1 - Límites y continuidad.")
                .contains("│ Cambios urgentes", "│ Para hacer pronto", "│ Anuncios importantes")
                .contains("  * Fecha límite movida: TP 1 - Límites y continuidad (Cálculo I)")
                .contains("Lo que vence en los próximos 30 días:", "(tu prórroga; el curso: ")
                .doesNotContain("Full look", "Step ", "urgent, high", "Deadline");
    }

    @Test
    void the_readable_demo_happens_in_the_days_after_the_one_that_the_clock_shows() {
        InstantSource marchOf2031 = InstantSource.fixed(Instant.parse("2031-03-02T12:00:00Z"));

        Played demo = Played.at(marchOf2031, folder, Map.of(), "demo");

        assertThat(demo.out()).contains("Tue 4 Mar 23:59", "hand it in on Moodle before Tue 4 Mar 23:59");
    }

    @Test
    void a_language_without_words_is_refused() {
        Played demo = Played.of(folder, Map.of(), "demo", "--language", "tlh");

        assertThat(demo.status()).isEqualTo(2);
        assertThat(demo.err()).contains("no words in the language 'tlh'; es or en");
    }

    @Test
    void progress_is_shown_apart_from_the_result() {
        Played demo = Played.of(folder, Map.of(), "demo");

        assertThat(demo.err()).contains("step 0: reading file 1 of 9").contains("step 4: reading the overview");
    }

    @Test
    void of_a_whole_term_every_edit_is_told_and_no_other() {
        Played term = Played.of(folder, Map.of(), "demo", "--term");

        System.out.println(term.lines().get(term.lines().size() - 1));
        assertThat(term.lines())
                .last()
                .isEqualTo("Of 122 edits that a student would care for 122 were told; 0 false alarms.");
    }

    @Test
    void the_term_as_json_holds_the_same_score() {
        Played term = Played.of(folder, Map.of(), "demo", "--term", "--json");

        assertThat(term.status()).isZero();
        assertThat(term.err()).doesNotContain("not looked at");
        assertThat(term.lines().stream()
                        .map(LedgerLine::parse)
                        .mapToInt(LedgerLine::step)
                        .max())
                .hasValue(Recording.term().steps() - 1);
    }
}
