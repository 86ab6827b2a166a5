package dev.unitracker.model;

/**
 * What happened to an item, in a word. A change of several fields has one kind: the first that applies, in this order.
 */
public enum ChangeKind {
    /** The item is gone; that it is gone was proven. */
    REMOVED(Topic.PRESENCE),

    /** The item is there again after it was removed. */
    REAPPEARED(Topic.PRESENCE),

    /** The item was never seen before. */
    NEW(Topic.PRESENCE),

    /** It has a deadline now, and had none. */
    DEADLINE_ADDED(Topic.DEADLINE),

    /** Its deadline moved. */
    DEADLINE_CHANGED(Topic.DEADLINE),

    /** It has no deadline any more. */
    DEADLINE_REMOVED(Topic.DEADLINE),

    /** The date of an exam that a text states was added, moved or dropped. */
    EXAM_CHANGED(Topic.EXAM),

    /** When or where it takes place, opens or ends changed: a start, a class session, a place, a cut-off date. */
    SCHEDULE_CHANGED(Topic.SCHEDULE),

    /** A grade or a feedback that the student can now see. */
    GRADE_RELEASED(Topic.GRADE),

    /** A grade, a feedback or a highest possible grade changed; a grade may have been taken back. */
    GRADE_CHANGED(Topic.GRADE),

    /** The student is let into it now, or no longer, or the reason is another one. */
    AVAILABILITY_CHANGED(Topic.AVAILABILITY),

    /** Whether a person should look at it, or why, is not the same as before. */
    REVIEW_CHANGED(Topic.REVIEW),

    /** What it says changed: its title, its body, its replies. */
    CONTENT_CHANGED(Topic.CONTENT),

    /** How far the student got changed. Nobody is told of it. */
    COMPLETION_CHANGED(Topic.COMPLETION),

    /** Stored data changed, but nothing that a student would care for. */
    REFRESH_ONLY(Topic.REFRESH);

    private static final StoredWords<ChangeKind> WORDS = StoredWords.of(ChangeKind.class, "kind of change");

    private final String key = StoredWords.word(this);
    private final Topic topic;

    ChangeKind(Topic topic) {
        this.topic = topic;
    }

    /** Returns the stored name, for example {@code deadline_changed}. */
    public String key() {
        return key;
    }

    /** Returns what the fields that give a change this kind are about. */
    public Topic topic() {
        return topic;
    }

    /** Tells whether a student would care; false for {@link #REFRESH_ONLY} alone. */
    public boolean meaningful() {
        return topic != Topic.REFRESH;
    }

    /**
     * Tells whether it is news; false for {@link #COMPLETION_CHANGED}, which the student knows, and
     * {@link #REFRESH_ONLY}.
     */
    public boolean news() {
        return switch (this) {
            case REMOVED,
                    REAPPEARED,
                    NEW,
                    DEADLINE_ADDED,
                    DEADLINE_CHANGED,
                    DEADLINE_REMOVED,
                    EXAM_CHANGED,
                    SCHEDULE_CHANGED,
                    GRADE_RELEASED,
                    GRADE_CHANGED,
                    AVAILABILITY_CHANGED,
                    REVIEW_CHANGED,
                    CONTENT_CHANGED -> true;
            case COMPLETION_CHANGED, REFRESH_ONLY -> false;
        };
    }

    /**
     * Returns the kind with the given stored name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ChangeKind of(String key) {
        return WORDS.parse(key);
    }

    /**
     * Returns the kind that was stored under a name; {@link #CONTENT_CHANGED} for one of a later version, so that no change
     * goes unseen.
     */
    public static ChangeKind stored(String key) {
        return WORDS.find(key).orElse(CONTENT_CHANGED);
    }
}
