package dev.unitracker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.brief.Brief;
import dev.unitracker.brief.ModelJob;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.NoticeKind;
import dev.unitracker.notice.Severity;
import dev.unitracker.run.Run;
import dev.unitracker.spi.Sighting;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatesTest {

    @ParameterizedTest
    @EnumSource(ItemStatus.class)
    void a_status_is_known_by_its_stored_name(ItemStatus status) {
        assertThat(ItemStatus.of(status.key())).isEqualTo(status);
    }

    @ParameterizedTest
    @EnumSource(SubmissionState.class)
    void a_state_of_a_submission_is_known_by_its_stored_name(SubmissionState state) {
        assertThat(SubmissionState.of(state.key())).isEqualTo(state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "restricted", "restricted: from 1 May", "restricted: a: b"})
    void an_availability_is_known_by_its_stored_text(String text) {
        assertThat(Availability.of(text).text()).isEqualTo(text);
    }

    @Test
    void a_reason_may_hold_what_separates_it_from_the_state() {
        assertThat(Availability.of("restricted: a: b")).isEqualTo(Availability.restricted("a: b"));
    }

    @Test
    void a_word_that_nobody_knows_is_named_with_those_that_there_are() {
        assertThatThrownBy(() -> SubmissionState.of("lost"))
                .hasMessage("no such state of a submission: 'lost'; it is one of new, draft, submitted, reopened");
        assertThatThrownBy(() -> Completion.of("half"))
                .hasMessageContaining("'half'")
                .hasMessageContaining("incomplete");
        assertThatThrownBy(() -> ReviewStatus.of("read"))
                .hasMessageContaining("'read'")
                .hasMessageContaining("watch");
        assertThatThrownBy(() -> ItemStatus.of("ACTIVE"))
                .hasMessageContaining("'ACTIVE'")
                .hasMessageContaining("active");
        assertThatThrownBy(() -> Availability.of("later"))
                .hasMessageContaining("'later'")
                .hasMessageContaining("restricted");
        assertThatThrownBy(() -> ChangeKind.of("lost"))
                .hasMessageContaining("'lost'")
                .hasMessageContaining("removed");
        assertThatThrownBy(() -> Severity.of("HIGH"))
                .hasMessageContaining("'HIGH'")
                .hasMessageContaining("high");
        assertThatThrownBy(() -> NoticeKind.of("")).hasMessageContaining("''").hasMessageContaining("urgent");
        assertThatThrownBy(() -> Delivery.State.of("lost"))
                .hasMessageContaining("'lost'")
                .hasMessageContaining("pending");
    }

    @Test
    void what_a_later_version_stored_counts_as_what_claims_least() {
        Item later = Item.of(
                new ItemId("me", "source", "module:1"),
                Map.of(
                        Field.STATUS.key(), "archived",
                        Field.TYPE.key(), "quiz",
                        Field.AVAILABILITY.key(), "queued: you are the third",
                        Field.SUBMISSION.key(), "returned",
                        Field.COMPLETION.key(), "half",
                        Field.REVIEW_STATUS.key(), "read"));

        assertThat(later.status()).isEqualTo(ItemStatus.ACTIVE);
        assertThat(later.availability()).isEqualTo(Availability.restricted("queued: you are the third"));
        assertThat(later.submission()).isEmpty();
        assertThat(later.completion()).isEqualTo(Completion.UNKNOWN);
        assertThat(later.review()).isEqualTo(ReviewStatus.NONE);
        assertThat(ChangeKind.stored("postponed")).isEqualTo(ChangeKind.CONTENT_CHANGED);
        assertThat(Run.Outcome.stored("paused")).isEqualTo(Run.Outcome.PARTIAL);
        assertThat(Brief.Origin.stored("teacher")).isEqualTo(Brief.Origin.STORED);
        assertThat(DateRule.stored("extension 10 family"))
                .isEqualTo(new DateRule("extension", 10, DateRule.Reach.EVERYBODY));
        assertThat(ModelJob.Status.stored("queued")).isEqualTo(ModelJob.Status.FAILED);
    }

    @ParameterizedTest
    @CsvSource({
        "AVAILABILITY, later, restricted",
        "SUBMISSION, lost, draft",
        "COMPLETION, half, incomplete",
        "COMPLETION_OVERRIDE, DONE, completed",
        "REVIEW_STATUS, read, needs_review",
        "STATUS, archived, active",
        "DUE_AT, tomorrow, 1970-01-01T00:00:00Z"
    })
    void what_is_written_in_a_field_is_what_it_can_have(Field field, String value, String accepted) {
        Sighting.Builder sighting = Sighting.of("module:1", ItemType.QUIZ).state(field, value);
        Sighting known = Sighting.of("module:1", ItemType.QUIZ).build();
        Item item = Item.of(
                new ItemId("me", "source", "module:1"), Map.of(Field.STATUS.key(), "active", Field.TYPE.key(), "quiz"));

        assertThatThrownBy(sighting::build)
                .hasMessageStartingWith("module:1 " + field.key() + ": ")
                .hasMessageContaining("'" + value + "'")
                .hasMessageContaining(accepted);
        assertThatThrownBy(() -> known.with(Map.of(field.key(), value), Map.of()))
                .hasMessageStartingWith("module:1 " + field.key() + ": ");
        assertThatThrownBy(() -> item.with(field, value))
                .hasMessageStartingWith(field.key() + ": ")
                .hasMessageContaining(accepted);
    }

    @Test
    void what_a_later_version_saw_can_be_stated_again_as_it_was() {
        Sighting stored = new Sighting(
                "module:1",
                null,
                ItemType.QUIZ,
                true,
                Sighting.FIRST,
                null,
                new TreeMap<>(Map.of(Field.SUBMISSION.key(), "returned")),
                new TreeMap<>());

        Sighting again = stored.with(Map.of(Field.SUBMISSION.key(), "returned", Field.TITLE.key(), "Quiz"), Map.of());

        assertThat(again.stated(Field.SUBMISSION)).contains("returned");
        assertThat(again.stated(Field.TITLE)).contains("Quiz");
    }
}
