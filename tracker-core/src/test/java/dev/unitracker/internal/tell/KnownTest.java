package dev.unitracker.internal.tell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.Field;
import dev.unitracker.model.FieldChange;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemType;
import dev.unitracker.notice.Notice;
import dev.unitracker.notice.Notice.Storm;
import dev.unitracker.notice.Severity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownTest {

    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");

    private final InMemoryStore store = new InMemoryStore();

    @Test
    void a_number_that_the_ledger_does_not_have_stands_for_no_other_change() {
        FieldChange moved = new FieldChange(
                Field.DUE_AT.key(), NOW.toString(), NOW.plusSeconds(60).toString());
        Change.About about = new Change.About(ItemType.ASSIGNMENT, null, "Essay", null);
        Change change = new Change(
                0,
                new ItemId("me", "source", "module:1"),
                ChangeKind.DEADLINE_CHANGED,
                about,
                List.of(moved),
                "key",
                NOW,
                false,
                List.of());
        Change written = store.inTransaction(
                "me", session -> session.ledger().append("run", List.of(change)).get(0));
        Notice notice = new Storm(
                "run",
                "course:2",
                ChangeKind.DEADLINE_CHANGED,
                List.of(written.number() - 1, written.number(), written.number() + 1),
                Severity.HIGH);

        List<Change> told = store.reading("me", session -> new Known(session).changes(notice));

        assertThat(told).containsExactly(written);
    }
}
