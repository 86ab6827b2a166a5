package dev.unitracker.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Shows that the contract notices what is broken, and nothing else. */
class StoreContractTest {

    @Test
    void a_good_store_passes() {
        Events tests = run(InMemoryStoreTest.class);

        assertThat(tests.failed().count()).isZero();
        assertThat(tests.succeeded().count()).isGreaterThan(50);
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

    @Test
    void a_store_that_takes_numbers_before_it_locks_fails_its_readers() {
        String clause = "readers_that_remember_their_last_number_miss_nothing_while_others_write";

        Events tests = run(selectMethod(BrokenStores.NumbersBeforeItLocks.class, clause));

        assertThat(tests.failed().stream())
                .singleElement()
                .extracting(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow())
                .asString()
                .contains("could not find the following elements");
    }

    static Stream<Arguments> brokenStores() {
        return Stream.of(
                Arguments.of(
                        BrokenStores.CommitsWhatFailed.class,
                        "a_transaction_that_throws_leaves_nothing_of_what_it_wrote"),
                Arguments.of(
                        BrokenStores.CommitsEachCall.class, "a_transaction_that_throws_leaves_no_gap_in_the_ledger"),
                Arguments.of(BrokenStores.WrapsWhatWorkThrows.class, "what_work_throws_comes_out_as_it_is"),
                Arguments.of(BrokenStores.ReadsInTransactions.class, "work_that_reads_must_not_write"),
                Arguments.of(
                        BrokenStores.ReadsInTransactions.class,
                        "a_reader_is_not_kept_waiting_by_a_writer_and_does_not_see_what_is_not_committed"),
                Arguments.of(
                        BrokenStores.ReadsOfManyMoments.class,
                        "a_writer_is_not_kept_waiting_by_a_reader_who_sees_one_moment"),
                Arguments.of(BrokenStores.MixesAccounts.class, "two_accounts_never_see_each_other"),
                Arguments.of(BrokenStores.IgnoresTheCaseOfAccounts.class, "two_accounts_never_see_each_other"),
                Arguments.of(
                        BrokenStores.NumbersFromASequence.class,
                        "a_transaction_that_throws_leaves_no_gap_in_the_ledger"),
                Arguments.of(BrokenStores.NumbersFromASequence.class, "each_account_has_ledger_numbers_of_its_own"),
                Arguments.of(
                        BrokenStores.KeepsLeasesApart.class, "a_lease_of_a_transaction_that_throws_was_never_taken"),
                Arguments.of(BrokenStores.KeepsLeasesApart.class, "each_account_has_a_lease_of_its_own"),
                Arguments.of(BrokenStores.OrdersKeysAsText.class, "items_are_ordered_by_key_with_numbers_as_numbers"),
                Arguments.of(
                        BrokenStores.CutsBeforeItOrders.class,
                        "what_was_updated_is_ordered_by_time_then_id_and_cut_there"),
                Arguments.of(
                        BrokenStores.IncludesTheLastMoment.class,
                        "what_is_due_includes_the_first_moment_and_excludes_the_last"),
                Arguments.of(
                        BrokenStores.RemindsOfWhatWasRemoved.class,
                        "what_is_due_comes_soonest_first_then_by_id_without_what_was_removed"),
                Arguments.of(
                        BrokenStores.OverlooksDaysWithoutATime.class, "an_exam_on_a_day_is_at_its_first_moment_in_utc"),
                Arguments.of(BrokenStores.WatchesEveryReview.class, "what_is_to_watch_is_active_and_says_so_now"),
                Arguments.of(
                        BrokenStores.ForgetsSinceWhen.class,
                        "the_changes_of_some_items_begin_with_the_moment_asked_for"),
                Arguments.of(BrokenStores.CutsLongTexts.class, "a_text_of_a_million_characters_comes_back_as_it_was"),
                Arguments.of(
                        BrokenStores.TakesPrefixesAsPatterns.class,
                        "a_prefix_means_the_start_of_the_scope_name_letter_by_letter"),
                Arguments.of(
                        BrokenStores.ForgetsTheItemInEveryScope.class, "forgetting_takes_the_same_scope_and_key_only"),
                Arguments.of(BrokenOutboxes.LosesADelivery.class, "deliveries_come_back_as_they_were_added"),
                Arguments.of(BrokenOutboxes.OverwritesOnAdd.class, "what_is_added_again_stays_as_it_is"),
                Arguments.of(BrokenOutboxes.IgnoresWhoTookIt.class, "the_next_one_is_pending_allowed_and_not_taken"),
                Arguments.of(
                        BrokenOutboxes.IgnoresWhoTookIt.class,
                        "of_several_who_send_at_the_same_time_each_takes_others"),
                Arguments.of(BrokenOutboxes.ForgetsTheState.class, "how_far_a_delivery_is_is_kept"),
                Arguments.of(BrokenOutboxes.ForgetsAcknowledgements.class, "how_far_a_delivery_is_is_kept"),
                Arguments.of(
                        BrokenOutboxes.TakesTheLatestFirst.class,
                        "the_next_one_is_the_earliest_then_of_the_first_change_then_by_key"),
                Arguments.of(
                        BrokenOutboxes.MixesRecipients.class,
                        "each_recipient_of_each_channel_has_a_next_one_of_his_own"),
                Arguments.of(
                        BrokenOutboxes.KeepsDeliveriesApart.class,
                        "a_transaction_sees_what_it_planned_and_leaves_nothing_if_it_throws"),
                Arguments.of(
                        BrokenHistories.AddsWhereItShouldReplaceRuns.class,
                        "a_run_takes_the_place_of_an_attempt_that_broke_off"),
                Arguments.of(BrokenHistories.FindsNoAttempts.class, "a_run_is_found_by_its_name"),
                Arguments.of(BrokenHistories.CutsRunsBeforeItOrdersThem.class, "the_latest_runs_come_latest_first"),
                Arguments.of(BrokenHistories.RepeatsTheRunItGoesOnFrom.class, "runs_are_read_on_from_a_name"),
                Arguments.of(
                        BrokenHistories.ForgetsNoAnswers.class, "answers_are_forgotten_by_age_and_their_runs_stay"),
                Arguments.of(
                        BrokenHistories.TakesAnyRunForAFullOne.class,
                        "the_latest_full_runs_read_everything_and_got_to_their_end"),
                Arguments.of(BrokenHistories.LosesTheAnswersOfRuns.class, "a_run_comes_back_with_all_it_says"),
                Arguments.of(
                        BrokenHistories.KeepsTheFirstNote.class,
                        "notes_are_kept_by_name_and_the_later_one_replaces_the_earlier"),
                Arguments.of(BrokenHistories.CutsTheNamesOfNotes.class, "a_note_may_have_a_long_name"),
                Arguments.of(
                        BrokenHistories.MixesTheOwnersOfNotes.class,
                        "an_owner_neither_reads_nor_overwrites_what_another_one_wrote"),
                Arguments.of(
                        BrokenHistories.KeepsTheFirstBrief.class, "the_later_brief_of_an_item_replaces_the_earlier"),
                Arguments.of(
                        BrokenHistories.FindsBriefsInTheOrderAskedFor.class,
                        "briefs_are_found_by_their_items_ordered_by_id"),
                Arguments.of(
                        BrokenHistories.ForgetsWhatABriefWasWrittenOf.class, "a_brief_comes_back_with_all_it_says"),
                Arguments.of(
                        BrokenHistories.ShowsTheEarliestJobFirst.class,
                        "jobs_are_numbered_in_the_order_in_which_they_are_added"),
                Arguments.of(BrokenHistories.LeavesJobsAsTheyBegan.class, "a_job_is_replaced_as_it_goes_on"),
                Arguments.of(
                        BrokenStores.CountsTheLedgerOnly.class,
                        "the_revision_rises_with_each_transaction_that_writes_whatever_it_writes"),
                Arguments.of(
                        BrokenHistories.RemovesAllRuns.class,
                        "runs_are_removed_by_their_names_and_the_others_keep_their_order"),
                Arguments.of(
                        BrokenHistories.ForgetsNoJobs.class,
                        "old_jobs_are_forgotten_but_for_the_latest_and_numbers_go_on"),
                Arguments.of(
                        BrokenOutboxes.ForgetsAllThatEnded.class,
                        "what_ended_long_ago_is_forgotten_and_what_may_still_be_asked_for_is_not"),
                Arguments.of(BrokenStores.RepeatsTheLastEntry.class, "a_reader_goes_on_where_it_stopped"),
                Arguments.of(BrokenStores.OrdersChangesByItem.class, "entries_are_numbered_from_one_without_a_gap"));
    }

    private static Events run(Class<?> contract) {
        return run(selectClass(contract));
    }

    private static Events run(DiscoverySelector what) {
        return EngineTestKit.engine("junit-jupiter").selectors(what).execute().testEvents();
    }
}
