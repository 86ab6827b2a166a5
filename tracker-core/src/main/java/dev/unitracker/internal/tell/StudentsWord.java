package dev.unitracker.internal.tell;

import dev.unitracker.diff.Diff;
import dev.unitracker.diff.DiffRules;
import dev.unitracker.diff.Difference;
import dev.unitracker.model.Change;
import dev.unitracker.model.Completion;
import dev.unitracker.model.Evidence;
import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.StoredItem;
import dev.unitracker.spi.StoreSession;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the student says himself. It is a change like any other, whose evidence is his word. */
public final class StudentsWord {

    private static final Evidence EVIDENCE = new Evidence("student", "said so", null);

    /** The run that such entries belong to in the ledger. */
    private static final String RUN = "student";

    private StudentsWord() {}

    /** Tells whether an entry of the ledger is the student's word and no answer's. */
    public static boolean is(Change change) {
        return change.evidence().equals(List.of(EVIDENCE));
    }

    /** Writes that something is done, or takes it back; empty if there is no such item or nothing changes. */
    public static Optional<Change> done(StoreSession session, ItemId id, boolean done, Instant now) {
        return session.items()
                .find(id)
                .flatMap(before -> say(session, before, done ? Completion.COMPLETED.key() : null, now));
    }

    /** Writes what the student said when an entry was written, for a replay. */
    public static void again(StoreSession session, Change entry) {
        session.items()
                .find(entry.item())
                .ifPresent(before -> entry.field(Field.COMPLETION_OVERRIDE)
                        .ifPresent(field -> say(session, before, field.after(), entry.seenAt())));
    }

    private static Optional<Change> say(
            StoreSession session, StoredItem before, @Nullable String completion, Instant now) {
        Item after = before.item().with(Field.COMPLETION_OVERRIDE, completion);
        List<Difference> differences = Diff.between(List.of(before.item()), List.of(after), DiffRules.STRICT);
        if (differences.isEmpty()) {
            return Optional.empty();
        }
        Difference difference = differences.get(0);
        Change change = new Change(
                0,
                after.id(),
                difference.kind(),
                Change.About.of(after),
                difference.fields(),
                difference.meaningfulKey(),
                now,
                false,
                List.of(EVIDENCE));
        Change written = session.ledger().append(RUN, List.of(change)).get(0);
        session.items().save(List.of(before.changed(after, now, written.number(), written.meaningfulKey())));
        return Optional.of(written);
    }
}
