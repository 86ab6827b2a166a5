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
class CollectorContractTest {

    @Test
    void a_good_collector_passes() {
        Events tests = run(BrokenCollectors.Good.class);

        assertThat(tests.failed().count()).isZero();
        assertThat(tests.succeeded().count()).isGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("brokenCollectors")
    void a_broken_collector_fails_where_it_is_broken(Class<?> broken, String clause) {
        List<String> failures = run(broken)
                .failed()
                .map(event -> event.getTestDescriptor().getUniqueId().toString())
                .toList();

        assertThat(failures).anyMatch(failure -> failure.contains(clause + "("));
    }

    static Stream<Arguments> brokenCollectors() {
        return Stream.of(
                Arguments.of(
                        BrokenCollectors.TakesALoginPageForAnEmptyList.class,
                        "a_failure_is_said_and_proves_no_absence"),
                Arguments.of(
                        BrokenCollectors.TakesHalfAPageForTheWhole.class, "a_failure_is_said_and_proves_no_absence"),
                Arguments.of(BrokenCollectors.CallsThingsByTheirPlace.class, "what_comes_is_told_and_nothing_else"),
                Arguments.of(BrokenCollectors.WritesHowLongAgo.class, "the_same_look_again_tells_nothing"),
                Arguments.of(BrokenCollectors.AsksInAReplay.class, "a_replay_equals_the_looks_and_asks_nothing"),
                Arguments.of(
                        BrokenCollectors.ObservesWhatIsOfAnother.class,
                        "each_scope_is_seen_once_and_belongs_to_a_part"),
                Arguments.of(
                        BrokenCollectors.ObservesAScopeTwice.class, "each_scope_is_seen_once_and_belongs_to_a_part"),
                Arguments.of(BrokenCollectors.KeepsASecret.class, "no_secret_is_left_behind"),
                Arguments.of(BrokenCollectors.SaysNothingOfFailures.class, "a_failure_is_said_and_proves_no_absence"));
    }

    private static Events run(Class<?> contract) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .execute()
                .testEvents();
    }
}
