package dev.unitracker.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Shows that the contract notices what is broken, and nothing else. */
class EnricherContractTest {

    @Test
    void a_good_enricher_passes() {
        Events tests = run(BrokenEnrichers.Good.class);

        assertThat(tests.failed().count()).isZero();
        assertThat(tests.succeeded().count()).isEqualTo(5);
    }

    @ParameterizedTest
    @MethodSource("brokenEnrichers")
    void a_broken_enricher_fails_where_it_is_broken(Class<?> broken, String... clauses) {
        List<String> failures = run(broken)
                .failed()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();

        assertThat(failures)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(clauses).map(clause -> clause + "()").toList());
    }

    static Stream<Arguments> brokenEnrichers() {
        return Stream.of(
                broken(
                        BrokenEnrichers.BelievesTheModel.class,
                        "a_date_whose_quotation_is_not_in_the_text_is_left_out",
                        "a_summary_that_echoes_the_title_is_of_no_use",
                        "a_good_answer_becomes_a_brief_with_the_items_own_course_and_sources"),
                broken(
                        BrokenEnrichers.IsAsSureAsTheModel.class,
                        "a_good_answer_becomes_a_brief_with_the_items_own_course_and_sources"),
                broken(
                        BrokenEnrichers.ForgetsWhereTheItemBelongs.class,
                        "a_good_answer_becomes_a_brief_with_the_items_own_course_and_sources"),
                broken(
                        BrokenEnrichers.TakesAnyWordsForASummary.class,
                        "words_that_are_no_brief_are_of_no_use",
                        "what_passes_is_told"),
                broken(
                        BrokenEnrichers.StumblesOverWords.class,
                        "words_that_are_no_brief_are_of_no_use",
                        "what_passes_is_told"),
                broken(BrokenEnrichers.SaysNothingOfWhatPasses.class, "what_passes_is_told"),
                broken(BrokenEnrichers.RefusesWithoutAReason.class, "what_passes_is_told"));
    }

    private static Arguments broken(Class<?> broken, String... clauses) {
        return Arguments.of(broken, clauses);
    }

    private static Events run(Class<?> contract) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .execute()
                .testEvents();
    }
}
