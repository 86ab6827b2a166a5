package dev.unitracker.model;

/** What happened to an item, in a word. A change of several fields has one kind: the first that applies. */
public enum ChangeKind {
    /** Gone, after proof. */
    REMOVED(Topic.PRESENCE),

    /** There again after it was removed. */
    REAPPEARED(Topic.PRESENCE),

    /** Never seen before. */
    NEW(Topic.PRESENCE),

    /** It has a deadline now, and had none. */
    DEADLINE_ADDED(Topic.DEADLINE),

    /** Its deadline moved. */
    DEADLINE_CHANGED(Topic.DEADLINE),

    /** It has no deadline any more. */
    DEADLINE_REMOVED(Topic.DEADLINE),

    /** An exam's date in a text was added, moved or dropped. */
    EXAM_CHANGED(Topic.EXAM),

    /** A start, a class session or a place. */
    SCHEDULE_CHANGED(Topic.SCHEDULE),

    /** A grade or a feedback that the student can now see. */
    GRADE_RELEASED(Topic.GRADE),

    /** A grade or a feedback that the student could see before is another one, or was taken back. */
    GRADE_CHANGED(Topic.GRADE),

    /** Opened or restricted. */
    AVAILABILITY_CHANGED(Topic.AVAILABILITY),

    /** Whether a person should look at it, or why, is not the same as before. */
    REVIEW_CHANGED(Topic.REVIEW),

    /** Title, body, replies, an attached file's text. */
    CONTENT_CHANGED(Topic.CONTENT),

    /** The student's own progress; never an alert. */
    COMPLETION_CHANGED(Topic.COMPLETION),

    /** Stored data moved, nothing a student would care for. */
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

    /** Tells whether a student would care. */
    public boolean meaningful() {
        return topic != Topic.REFRESH;
    }

    /** Tells whether a change of this kind is news; what the student did himself, and what nobody cares for, is none. */
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
