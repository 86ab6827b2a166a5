package dev.unitracker;

import static dev.unitracker.Classroom.ASSIGNMENTS;
import static dev.unitracker.Classroom.CONTENTS;
import static dev.unitracker.Classroom.module;
import static dev.unitracker.Classroom.modules;
import static dev.unitracker.Classroom.notLooked;
import static dev.unitracker.Classroom.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.Changes.ItemChange;
import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.DateRule;
import dev.unitracker.model.Field;
import dev.unitracker.model.FieldChange;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangesTest {

    private final Classroom classroom = new Classroom();
    private final Changes changes = classroom.tracker.account().changes();

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 100})
    void a_reader_that_goes_on_from_its_last_number_misses_nothing(int limit) {
        List<Long> numbers = new ArrayList<>();
        long last = 0;
        for (int look = 1; look <= 10; look++) {
            classroom.look(seen(CONTENTS, modules(1, look)));
            last = read(last, limit, numbers);
        }
        assertThat(numbers)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 10).boxed().toList());
    }

    private long read(long last, int limit, List<Long> numbers) {
        long from = last;
        List<Change> page = changes.after(from, limit);
        while (!page.isEmpty()) {
            page.forEach(change -> numbers.add(change.number()));
            from = page.get(page.size() - 1).number();
            page = changes.after(from, limit);
        }
        return from;
    }

    @Test
    void an_item_has_one_row_compared_with_its_state_before() {
        classroom.look(named("One"));
        Instant since = classroom.clock.instant().plusSeconds(1);
        classroom.look(named("Two"));
        classroom.look(
                seen(CONTENTS, module(5).title("Two").state(Field.GRADE, "8").build()));

        List<ItemChange> rows = changes.since(since, 10);

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo(ChangeKind.GRADE_RELEASED);
            assertThat(row.fields()).extracting(field -> field.before()).containsExactly("One", null);
            assertThat(row.stored().item().title()).isEqualTo("Two");
        });
    }

    @Test
    void the_moment_itself_is_included() {
        classroom.look(named("One"));
        Instant moment = classroom.clock.instant();

        assertThat(changes.since(moment, 10)).extracting(ItemChange::kind).containsExactly(ChangeKind.NEW);
        assertThat(changes.since(moment.plusNanos(1000), 10)).isEmpty();
    }

    @Test
    void what_is_new_since_stays_new_whatever_happened_to_it_afterwards() {
        Instant since = classroom.clock.instant();
        classroom.look(named("One"));
        classroom.look(named("Two"));

        assertThat(changes.since(since, 10)).extracting(ItemChange::kind).containsExactly(ChangeKind.NEW);
    }

    @Test
    void a_change_that_was_taken_back_is_refresh_only() {
        classroom.look(named("One"));
        Instant since = classroom.clock.instant().plusSeconds(1);
        classroom.look(named("Two"));
        classroom.look(named("One"));

        List<ItemChange> rows = changes.since(since, 10);

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo(ChangeKind.REFRESH_ONLY);
            assertThat(row.fields()).isEmpty();
        });
    }

    @Test
    void what_came_and_went_is_removed() {
        Instant since = classroom.clock.instant();
        classroom.look(seen(CONTENTS, modules(5, 6)));
        classroom.look(seen(CONTENTS, modules(6, 6)));
        classroom.look(seen(CONTENTS, modules(6, 6)));

        assertThat(changes.since(since, 10))
                .extracting(ItemChange::kind)
                .containsExactly(ChangeKind.NEW, ChangeKind.REMOVED);
    }

    @Test
    void what_was_only_learnt_is_refresh_only_here_too() {
        classroom.look(seen(CONTENTS, module(5).rank(Sighting.SECOND).build()), notLooked(ASSIGNMENTS));
        Instant since = classroom.clock.instant().plusSeconds(1);
        classroom.look(seen(
                ASSIGNMENTS, module(5).due(Classroom.START, DateRule.ACTIVITY).build()));

        List<ItemChange> rows = changes.since(since, 10);

        assertThat(rows).extracting(ItemChange::kind).containsExactly(ChangeKind.REFRESH_ONLY);
        assertThat(rows.get(0).fields()).isNotEmpty();
    }

    @Test
    void what_was_first_learnt_and_then_changed_is_news() {
        Instant due = Classroom.START.plus(Duration.ofDays(20));
        classroom.look(seen(CONTENTS, module(5).rank(Sighting.SECOND).build()), notLooked(ASSIGNMENTS));
        Instant since = classroom.clock.instant().plusSeconds(1);
        classroom.look(seen(ASSIGNMENTS, module(5).due(due, DateRule.ACTIVITY).build()));
        classroom.look(seen(
                ASSIGNMENTS,
                module(5).due(due.plusSeconds(60), DateRule.ACTIVITY).build()));

        assertThat(changes.since(since, 10)).extracting(ItemChange::kind).containsExactly(ChangeKind.DEADLINE_ADDED);
    }

    @Test
    void rows_come_by_time_and_then_by_id() {
        classroom.look(seen(CONTENTS, modules(9, 10)));
        classroom.look(seen(CONTENTS, modules(8, 10)));

        assertThat(changes.since(Classroom.START, 10))
                .extracting(row -> row.stored().item().id().key())
                .containsExactly("module:9", "module:10", "module:8");
    }

    @Test
    void a_moment_is_never_cut_in_two_so_that_a_reader_can_go_on_after_it() {
        classroom.look(seen(CONTENTS, modules(1, 1)));
        classroom.look(seen(CONTENTS, modules(1, 5)));
        classroom.look(seen(CONTENTS, modules(1, 6)));

        List<ItemChange> first = changes.since(Classroom.START, 3);
        Instant last = first.get(first.size() - 1).stored().updatedAt();
        List<ItemChange> second = changes.since(last.plusNanos(1000), 3);

        assertThat(first).hasSize(5);
        assertThat(second).hasSize(1);
    }

    @Test
    void who_goes_on_after_a_page_still_compares_with_the_moment_that_he_began_at() {
        classroom.look(named("A"));
        Instant since = classroom.clock.instant().plusSeconds(1);
        classroom.look(named("B"));
        Instant from = classroom.clock.instant().plusSeconds(1);
        classroom.look(named("C"));

        List<ItemChange> rows = changes.since(since, from, 10);

        assertThat(rows)
                .singleElement()
                .satisfies(row -> assertThat(row.fields()).containsExactly(new FieldChange("title", "A", "C")));
        assertThat(changes.since(since, from.plus(Duration.ofHours(2)), 10)).isEmpty();
        assertThatThrownBy(() -> changes.since(from, since, 10)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_limit_out_of_range_is_refused() {
        assertThatThrownBy(() -> changes.after(0, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> changes.since(Classroom.START, 10_001)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Observation named(String title) {
        return seen(CONTENTS, module(5).title(title).build());
    }
}
