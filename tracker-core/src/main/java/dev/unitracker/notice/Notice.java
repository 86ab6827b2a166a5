package dev.unitracker.notice;

import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.ItemId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that is to be told. Its words are made when it is sent, from the ledger and the items as they are then, so
 * they are never out of date. Immutable.
 */
public sealed interface Notice {

    /**
     * Returns its name, for example {@code change/12}: the same each time that the same is planned, so that it is told
     * only once.
     */
    String key();

    /** Returns the kind of message that it becomes. */
    NoticeKind kind();

    /** Returns how much it matters. */
    Severity severity();

    /** Returns the item that it is about; empty if it is about several items or none. Default: empty. */
    default Optional<ItemId> item() {
        return Optional.empty();
    }

    /** Returns the ledger numbers of the changes that it tells, ascending; empty if it tells none. Default: empty. */
    default List<Long> changes() {
        return List.of();
    }

    /** Calls the case for what is to be told, and returns its answer. */
    <T> T match(Cases<T> cases);

    /**
     * Tells whether a recipient should acknowledge it; until then it is repeated, as {@link AlertSettings#repeats}
     * says.
     */
    default boolean asksForAcknowledgement() {
        return kind() == NoticeKind.URGENT && severity() != Severity.INFORMATION;
    }

    /** Returns the ledger number of the latest change that it tells; 0 if it tells none. */
    default long latestChange() {
        return changes().isEmpty() ? 0 : changes().get(changes().size() - 1);
    }

    /**
     * One case for each sort of notice.
     *
     * @param <T> what the cases return
     */
    interface Cases<T> {

        /** Answers for one change. */
        T change(ChangeAlert alert);

        /** Answers for many changes of one kind. */
        T storm(Storm storm);

        /** Answers for a deadline that comes near. */
        T reminder(Reminder reminder);

        /** Answers for a digest. */
        T digest(Digest digest);

        /** Answers for a first look. */
        T baseline(Baseline baseline);

        /** Answers for a time in which nothing was read. */
        T silence(Silence silence);

        /** Answers for a refused login. */
        T credentialsLost(CredentialsLost lost);
    }

    /**
     * One change that should be known now.
     *
     * @param change its ledger number
     * @param about the item that changed
     * @param severity how much it matters
     */
    record ChangeAlert(long change, ItemId about, Severity severity) implements Notice {

        /** Null is refused. */
        public ChangeAlert {
            Objects.requireNonNull(about, "about");
            Objects.requireNonNull(severity, "severity");
        }

        @Override
        public String key() {
            return "change/" + change;
        }

        @Override
        public NoticeKind kind() {
            return NoticeKind.URGENT;
        }

        @Override
        public Optional<ItemId> item() {
            return Optional.of(about);
        }

        @Override
        public List<Long> changes() {
            return List.of(change);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.change(this);
        }
    }

    /**
     * Many changes of one kind in one course, which one look found, and that should be known now.
     *
     * @param run the name of the look
     * @param course the source key of the course; empty for what belongs to none
     * @param change what happened to each of the items
     * @param changes the ledger numbers of the changes, in order; at least one
     * @param severity the highest that one of them has
     */
    record Storm(String run, String course, ChangeKind change, List<Long> changes, Severity severity)
            implements Notice {

        /**
         * Copies the list. Null is refused.
         *
         * @throws IllegalArgumentException if there is no change
         */
        public Storm {
            Objects.requireNonNull(run, "run");
            Objects.requireNonNull(course, "course");
            Objects.requireNonNull(change, "change");
            Objects.requireNonNull(severity, "severity");
            changes = List.copyOf(changes);
            if (changes.isEmpty()) {
                throw new IllegalArgumentException("a storm tells at least one change: " + run + " " + course);
            }
        }

        /** A look that is made again after it broke off has the same name; what it finds then is another storm. */
        @Override
        public String key() {
            return "storm/" + run + "/" + course + "/" + change.key() + "/" + latestChange();
        }

        @Override
        public NoticeKind kind() {
            return NoticeKind.URGENT;
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.storm(this);
        }
    }

    /**
     * A deadline comes near.
     *
     * @param about the item that is due
     * @param due its deadline when this was planned
     * @param before how long before the deadline this is
     * @param severity how much it matters
     */
    record Reminder(ItemId about, Instant due, Duration before, Severity severity) implements Notice {

        /** Null is refused. */
        public Reminder {
            Objects.requireNonNull(about, "about");
            Objects.requireNonNull(due, "due");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(severity, "severity");
        }

        @Override
        public String key() {
            return "reminder/" + about.name() + "/" + due + "/" + before;
        }

        @Override
        public NoticeKind kind() {
            return NoticeKind.REMINDER;
        }

        @Override
        public Optional<ItemId> item() {
            return Optional.of(about);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.reminder(this);
        }
    }

    /**
     * A daily digest: what changed and what lies ahead.
     *
     * @param day the day on which it is due, in the account's zone
     * @param since from when on it tells changes, if no digest was sent before
     */
    record Digest(LocalDate day, Instant since) implements Notice {

        /** Null is refused. */
        public Digest {
            Objects.requireNonNull(day, "day");
            Objects.requireNonNull(since, "since");
        }

        @Override
        public String key() {
            return "digest/" + day;
        }

        @Override
        public NoticeKind kind() {
            return NoticeKind.DIGEST;
        }

        @Override
        public Severity severity() {
            return Severity.INFORMATION;
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.digest(this);
        }
    }

    /**
     * A first look at an account or at courses is over. It tells only how much was found.
     *
     * @param run the name of the look
     * @param courses how many courses it found
     * @param items how many items it found, the courses included
     */
    record Baseline(String run, long courses, long items) implements Notice {

        /** Null is refused. */
        public Baseline {
            Objects.requireNonNull(run, "run");
        }

        @Override
        public String key() {
            return "baseline/" + run;
        }

        @Override
        public NoticeKind kind() {
            return NoticeKind.OPERATIONS;
        }

        @Override
        public Severity severity() {
            return Severity.INFORMATION;
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.baseline(this);
        }
    }

    /**
     * Nothing could be read from any source for a while, or nothing of some parts of one that answers.
     *
     * @param run the name of the last look that read something, or of the first look of all; of parts, that of the first look
     *     that saw nothing of them
     * @param threshold for how long at least nothing was read
     */
    record Silence(String run, Duration threshold) implements Notice {

        /** Null is refused. */
        public Silence {
            Objects.requireNonNull(run, "run");
            Objects.requireNonNull(threshold, "threshold");
        }

        @Override
        public String key() {
            return "stale/" + run;
        }

        @Override
        public NoticeKind kind() {
            return NoticeKind.OPERATIONS;
        }

        @Override
        public Severity severity() {
            return Severity.HIGH;
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.silence(this);
        }
    }

    /**
     * The source refused the login.
     *
     * @param run the name of the look that was refused
     * @param reason the message of the refusal, which may hold the source's own words
     */
    record CredentialsLost(String run, String reason) implements Notice {

        /** Null is refused. */
        public CredentialsLost {
            Objects.requireNonNull(run, "run");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public String key() {
            return "login/" + run;
        }

        @Override
        public NoticeKind kind() {
            return NoticeKind.OPERATIONS;
        }

        @Override
        public Severity severity() {
            return Severity.HIGH;
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.credentialsLost(this);
        }
    }
}
