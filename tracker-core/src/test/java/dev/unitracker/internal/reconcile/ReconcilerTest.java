package dev.unitracker.internal.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.Evidence;
import dev.unitracker.model.ItemType;
import dev.unitracker.model.StoredItem;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReconcilerTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Scope SCOPE = new Scope("moodle_contents", "contents/course:2");

    private final Reconciler reconciler = new Reconciler("me", ZoneId.of("UTC"), false, Set.of());

    @Test
    void a_first_look_has_everything_to_store() {
        Reconciled first = look(new CourseState(List.of(), List.of(), Set.of(), false), "aa");

        assertThat(first.items()).hasSize(1);
        assertThat(first.changed()).hasSize(1);
    }

    @Test
    void the_same_seen_in_another_answer_is_nothing_to_store() {
        Reconciled first = look(new CourseState(List.of(), List.of(), Set.of(), false), "aa");
        StoredItem stored = new StoredItem(first.items().get(0), true, NOON, NOON, 1, "key");

        Reconciled second = look(new CourseState(List.of(stored), first.changed(), Set.of(SCOPE), false), "bb");

        assertThat(second.items()).isEqualTo(first.items());
        assertThat(second.changed()).isEmpty();
        assertThat(second.forgotten()).isEmpty();
    }

    private Reconciled look(CourseState state, String artifact) {
        Sighting module =
                Sighting.of("module:5", ItemType.QUIZ).course("course:2").build();
        Evidence evidence = new Evidence("moodle_contents", "core_course_get_contents", artifact);
        return reconciler.reconcile(
                state, "course:2", List.of(Observation.complete(SCOPE, List.of(module), evidence)), NOON);
    }
}
