package dev.unitracker.notice;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to be told. What it says is read from the ledger and the items when it is sent, so that it is never
 * out of date.
 *
 * @param key what it is about, the same each time it is planned, for example {@code change/12}
 * @param kind what sort of message it is
 * @param severity how much it matters
 * @param item the source key of the item that it is about; null if it is about several or none
 * @param changes the ledger numbers of the changes that it tells, in order; empty for reminders
 * @param due the deadline that a reminder is of; null for anything else
 * @param details what else its words need, for example counts; empty for most
 * @param repeat how often it was told before; 0 the first time
 */
public record Notice(
        String key,
        NoticeKind kind,
        Severity severity,
        @Nullable String item,
        List<Long> changes,
        @Nullable Instant due,
        List<String> details,
        int repeat) {

    public Notice {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(severity, "severity");
        changes = List.copyOf(changes);
        details = List.copyOf(details);
    }

    /** Returns the notice that tells the same once more. */
    public Notice again() {
        return new Notice(key, kind, severity, item, changes, due, details, repeat + 1);
    }

    /** Tells whether it should be acknowledged, and is repeated until it is. */
    public boolean asksForAcknowledgement() {
        return kind == NoticeKind.URGENT && severity != Severity.INFORMATION;
    }

    /** Returns the ledger number of the latest change that it tells; 0 if it tells none. */
    public long latestChange() {
        return changes.isEmpty() ? 0 : changes.get(changes.size() - 1);
    }

    /** Returns the notice of one change. */
    public static Notice ofChange(long change, String item, Severity severity) {
        return new Notice("change/" + change, NoticeKind.URGENT, severity, item, List.of(change), null, List.of(), 0);
    }
}
