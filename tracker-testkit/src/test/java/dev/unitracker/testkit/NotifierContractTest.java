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
class NotifierContractTest {

    @Test
    void a_good_notifier_passes() {
        Events tests = run(BrokenNotifiers.Good.class);

        assertThat(tests.failed().count()).isZero();
        assertThat(tests.succeeded().count()).isGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("brokenNotifiers")
    void a_broken_notifier_fails_where_it_is_broken(Class<?> broken, String clause) {
        List<String> failures = run(broken)
                .failed()
                .map(event -> event.getTestDescriptor().getLegacyReportingName())
                .toList();

        assertThat(failures).anyMatch(failure -> failure.startsWith(clause + "("));
    }

    static Stream<Arguments> brokenNotifiers() {
        return Stream.of(
                Arguments.of(BrokenNotifiers.CutsLongTexts.class, "a_long_line_arrives_whole"),
                Arguments.of(BrokenNotifiers.CutsLongTexts.class, "many_lines_arrive_whole_and_in_their_order"),
                Arguments.of(BrokenNotifiers.LeavesTheMarkupIn.class, "a_text_arrives_as_it_is"),
                Arguments.of(BrokenNotifiers.KnowsOnlyLatinLetters.class, "a_text_arrives_as_it_is"),
                Arguments.of(
                        BrokenNotifiers.TellsEverybody.class, "a_message_arrives_at_its_recipient_and_at_nobody_else"),
                Arguments.of(
                        BrokenNotifiers.TellsTheFirstOnly.class,
                        "a_message_arrives_at_its_recipient_and_at_nobody_else"),
                Arguments.of(BrokenNotifiers.SaysNothingOfFailures.class, "what_is_not_sent_throws"),
                Arguments.of(BrokenNotifiers.SendsAndFails.class, "what_is_not_sent_throws"),
                Arguments.of(BrokenNotifiers.SendsAndFails.class, "after_a_failure_the_same_message_can_be_sent"),
                Arguments.of(BrokenNotifiers.StaysBroken.class, "after_a_failure_other_messages_can_be_sent"),
                Arguments.of(BrokenNotifiers.LosesItsRecipients.class, "a_failure_does_not_change_who_is_told"),
                Arguments.of(BrokenNotifiers.ChangesItsName.class, "its_name_is_a_word_and_stays"),
                Arguments.of(BrokenNotifiers.DropsLinks.class, "all_lines_arrive_in_their_order_with_their_links"),
                Arguments.of(
                        BrokenNotifiers.LeadsToTheFirstLinkOnly.class,
                        "all_lines_arrive_in_their_order_with_their_links"),
                Arguments.of(
                        BrokenNotifiers.PutsTheLastLineFirst.class, "all_lines_arrive_in_their_order_with_their_links"),
                Arguments.of(
                        BrokenNotifiers.SendsTheEndOfLongMessagesFirst.class,
                        "many_lines_arrive_whole_and_in_their_order"),
                Arguments.of(
                        BrokenNotifiers.ShowsTheHeadingOnly.class, "all_lines_arrive_in_their_order_with_their_links"));
    }

    private static Events run(Class<?> contract) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .execute()
                .testEvents();
    }
}
