package dev.unitracker.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.brief.Brief;
import dev.unitracker.brief.TitleEcho;
import dev.unitracker.brief.Weakness;
import dev.unitracker.model.Item;
import dev.unitracker.words.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The briefs that rules write of what was recorded. */
class RecordedBriefsTest {

    @ParameterizedTest
    @ValueSource(strings = {"es", "en"})
    void none_of_the_81_items_has_a_brief_that_is_weak_or_echoes_the_title(Language language) {
        try (Demo demo = new Demo(language)) {
            demo.tracker.syncFully();

            assertThat(demo.items()).hasSize(81).allSatisfy(item -> {
                Brief brief = demo.tracker.account().brief(item.id()).orElseThrow();
                assertThat(Weakness.of(brief, item)).isEmpty();
                assertThat(TitleEcho.in(brief.summaryShort(), item.title())).isFalse();
                assertThat(brief.summaryBullets()).hasSizeGreaterThanOrEqualTo(2);
                assertThat(brief.sourceRefs()).isNotEmpty();
                assertThat(brief.toString()).doesNotContain("{0}", "{1}", "null:");
            });
        }
    }

    @Test
    void a_brief_says_what_it_is_where_until_when_and_what_comes_next() {
        try (Demo demo = new Demo(Language.SPANISH)) {
            demo.tracker.syncFully();

            assertThat(summary(demo, "module:5"))
                    .isEqualTo("Tarea de Cálculo I: entregar antes del vie 27 nov 23:59, todavía sin entregar.");
            assertThat(summary(demo, "module:8"))
                    .isEqualTo("Cuestionario de Cálculo I: cierra el mar 1 dic 00:00 (la noche del lun 30 nov).");
            assertThat(summary(demo, "event:26")).isEqualTo("Evento de Cálculo I: el jue 26 nov de 17:00 a 19:00.");
            assertThat(summary(demo, "module:30")).isEqualTo("Tarea de Programación II: nota 8.5 de 10 (85 %).");
            assertThat(demo.tracker
                            .account()
                            .brief(demo.id("module:15"))
                            .orElseThrow()
                            .riskFlags())
                    .containsExactly(
                            "el texto dice «Vence el 11/12/2026», pero en Moodle tu fecha es el lun 14 dic 23:59");
        }
    }

    @Test
    void a_course_lists_what_presses_most_the_soonest_first() {
        try (Demo demo = new Demo(Language.ENGLISH)) {
            demo.tracker.syncFully();

            assertThat(demo.tracker
                            .account()
                            .courseBrief(demo.id("course:4"))
                            .orElseThrow()
                            .items())
                    .extracting(entry -> entry.item().title())
                    .containsExactly(
                            "Taller: ensayo de tracción",
                            "Módulo interactivo: fases",
                            "Cronograma de Ciencia de los Materiales. 2C-2026. Version 00.docx",
                            "Base de ensayos",
                            "Soluciones parcial 1");
            assertThat(demo.tracker.account().courseBrief(demo.id("course:99"))).isEmpty();
        }
    }

    @Test
    void what_changed_lately_comes_first() {
        try (Demo demo = new Demo(Language.ENGLISH).play(() -> {})) {
            Item moved = demo.items().stream()
                    .filter(item -> item.id().key().equals("module:15"))
                    .findFirst()
                    .orElseThrow();

            assertThat(demo.tracker.account().brief(moved.id()).orElseThrow().summaryBullets())
                    .startsWith(
                            "Sun 22 Nov: the deadline moved, Mon 14 Dec 23:59 → Fri 18 Dec 23:59",
                            "Deadline: Fri 18 Dec 23:59, by your extension; the rest of the class: Mon 14 Dec 23:59");
        }
    }

    private static String summary(Demo demo, String key) {
        return demo.tracker.account().brief(demo.id(key)).orElseThrow().summaryShort();
    }
}
