package dev.unitracker.model;

/** Whether an item is there. */
public enum ItemStatus {
    /** It is there; the student may not be let into it. */
    ACTIVE,
    /** It is there, but the student is not shown it any more; what it says is what was seen last. Nothing of it is due. */
    HIDDEN,
    /** It is gone, and the absence was proven. */
    REMOVED;

    private static final StoredWords<ItemStatus> WORDS = StoredWords.of(ItemStatus.class, "status of an item");

    private final String key = StoredWords.word(this);

    /** Returns the stored name, for example {@code active}. */
    public String key() {
        return key;
    }

    /**
     * Returns the status with the given stored name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ItemStatus of(String key) {
        return WORDS.parse(key);
    }

    /** Returns the status that was stored under a name; {@link #ACTIVE} for a name of a later version. */
    public static ItemStatus stored(String key) {
        return WORDS.find(key).orElse(ACTIVE);
    }
}
