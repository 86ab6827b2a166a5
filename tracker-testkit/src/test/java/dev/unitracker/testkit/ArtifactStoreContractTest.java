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
class ArtifactStoreContractTest {

    @Test
    void a_good_store_passes() {
        Events tests = run(BrokenArtifactStores.Good.class);

        assertThat(tests.failed().count()).isZero();
        assertThat(tests.succeeded().count()).isGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("brokenStores")
    void a_broken_store_fails_where_it_is_broken(Class<?> broken, String clause) {
        List<String> failures = run(broken)
                .failed()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();

        assertThat(failures).contains(clause + "()");
    }

    static Stream<Arguments> brokenStores() {
        return Stream.of(
                Arguments.of(BrokenArtifactStores.NamesByContentAndCount.class, "what_is_kept_is_found_by_its_hash"),
                Arguments.of(BrokenArtifactStores.NamesByContentAndCount.class, "the_hash_is_the_worlds_sha_256"),
                Arguments.of(BrokenArtifactStores.NamesByContentAndCount.class, "identical_bytes_have_one_name"),
                Arguments.of(BrokenArtifactStores.NamesByContentAndCount.class, "many_can_keep_the_same_at_once"),
                Arguments.of(BrokenArtifactStores.TakesNothingForNothing.class, "the_hash_is_the_worlds_sha_256"),
                Arguments.of(BrokenArtifactStores.FindsSomethingForEveryName.class, "what_was_never_kept_is_not_found"),
                Arguments.of(BrokenArtifactStores.HandsOutItsOwnBytes.class, "nobody_can_change_what_is_kept"),
                Arguments.of(BrokenArtifactStores.KeepsTheCallersBytes.class, "nobody_can_change_what_is_kept"),
                Arguments.of(
                        BrokenArtifactStores.ListsWhatIsKeptAgainTwice.class,
                        "all_that_is_kept_is_listed_once_with_its_size"),
                Arguments.of(BrokenArtifactStores.ListsOnePageOnly.class, "more_than_a_page_is_listed_whole"),
                Arguments.of(
                        BrokenArtifactStores.RemovesNothing.class, "what_was_last_kept_before_a_moment_is_removed"),
                Arguments.of(BrokenArtifactStores.RemovesWhatIsNew.class, "what_was_kept_since_is_not_removed"),
                Arguments.of(
                        BrokenArtifactStores.SaysThatItRemovedWhatWasNotThere.class,
                        "what_is_not_there_cannot_be_removed"),
                Arguments.of(BrokenArtifactStores.KeepsNothingTwice.class, "what_was_removed_can_be_kept_again"));
    }

    private static Events run(Class<?> contract) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .execute()
                .testEvents();
    }
}
