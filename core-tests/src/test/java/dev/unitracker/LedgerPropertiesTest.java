package dev.unitracker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.Changes.ItemChange;
import dev.unitracker.diff.Diff;
import dev.unitracker.diff.Difference;
import dev.unitracker.diff.MeaningfulKey;
import dev.unitracker.model.Change;
import dev.unitracker.model.FieldChange;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.StoredItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Semesters of random looks: the ledger tells all that happened. */
class LedgerPropertiesTest {

    private static final int SEMESTERS = 200;
    private static final int LOOKS = 6;

    @Test
    void the_ledger_alone_rebuilds_every_item() {
        Seeds.check("the ledger rebuilds the items", SEMESTERS, random -> {
            Classroom classroom = semester(random);
            List<Difference> differences = new ArrayList<>();
            for (Change change : classroom.tracker.account().changes().after(0, 10_000)) {
                differences.add(new Difference(change.item(), change.kind(), change.fields(), change.meaningfulKey()));
            }

            List<Item> rebuilt = Diff.apply(List.of(), differences);

            assertThat(rebuilt)
                    .isEqualTo(classroom.tracker.account().items().stream()
                            .map(StoredItem::item)
                            .toList());
        });
    }

    @Test
    void a_stored_item_points_to_its_last_change() {
        Seeds.check("items agree with the ledger", SEMESTERS, random -> {
            Classroom classroom = semester(random);
            Map<ItemId, Change> last = new HashMap<>();
            classroom.tracker.account().changes().after(0, 10_000).forEach(change -> last.put(change.item(), change));

            for (StoredItem stored : classroom.tracker.account().items()) {
                Change change = Objects.requireNonNull(last.get(stored.item().id()));
                assertThat(change.number()).isEqualTo(stored.lastChange());
                assertThat(change.seenAt()).isEqualTo(stored.updatedAt());
                assertThat(change.meaningfulKey())
                        .isEqualTo(stored.meaningfulKey())
                        .isEqualTo(MeaningfulKey.of(stored.item()));
            }
        });
    }

    @Test
    void since_any_moment_a_row_starts_from_the_state_of_that_moment() {
        Seeds.check("rows start from the state before", SEMESTERS, random -> {
            Classroom classroom = new Classroom();
            Map<Instant, Map<ItemId, Item>> states = new TreeMap<>();
            for (int look = 0; look < LOOKS; look++) {
                states.put(classroom.clock.instant().plusSeconds(1), items(classroom));
                classroom.look(RandomLooks.next(random));
            }

            states.forEach((since, before) -> {
                List<ItemChange> rows = classroom.tracker.account().changes().since(since, 10_000);
                rows.forEach(row -> assertThat(row.fields())
                        .isEqualTo(expected(before, row.stored().item())));
                assertThat(rows.size()).isGreaterThanOrEqualTo(differing(before, items(classroom)));
            });
        });
    }

    private static List<FieldChange> expected(Map<ItemId, Item> before, Item now) {
        Optional<Difference> difference = Diff.between(before.get(now.id()), now);
        return difference.map(Difference::fields).orElse(List.of());
    }

    private static int differing(Map<ItemId, Item> before, Map<ItemId, Item> now) {
        return (int) now.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
                .count();
    }

    private static Map<ItemId, Item> items(Classroom classroom) {
        Map<ItemId, Item> items = new HashMap<>();
        classroom
                .tracker
                .account()
                .items()
                .forEach(stored -> items.put(stored.item().id(), stored.item()));
        return items;
    }

    private static Classroom semester(SplittableRandom random) {
        Classroom classroom = new Classroom();
        for (int look = 0; look < LOOKS; look++) {
            classroom.look(RandomLooks.next(random));
        }
        return classroom;
    }
}
