package dev.unitracker.model;

/**
 * What sort of thing an item is. The set is open: a collector may use other names than the constants here, for example
 * the source's own ({@code choice}, {@code workshop}). Immutable; ordered by name.
 *
 * @param name lower-case letters, digits and underscores, at most {@value #MAX_LENGTH} of them
 */
public record ItemType(String name) implements Comparable<ItemType> {

    /** How many characters a name has at most. */
    public static final int MAX_LENGTH = 100;

    /** A course. */
    public static final ItemType COURSE = new ItemType("course");

    /** Something to hand in. */
    public static final ItemType ASSIGNMENT = new ItemType("assignment");

    /** A test that is answered at the source. */
    public static final ItemType QUIZ = new ItemType("quiz");

    /** A forum; its discussions are items of their own. */
    public static final ItemType FORUM = new ItemType("forum");

    /** A discussion of a course's news forum. */
    public static final ItemType ANNOUNCEMENT = new ItemType("announcement");

    /** A discussion of a forum that is not for news. */
    public static final ItemType FORUM_DISCUSSION = new ItemType("forum_discussion");

    /** Something to read that is not handed in: a page, a book, a link, a label, a folder. */
    public static final ItemType MATERIAL = new ItemType("material");

    /** A file. */
    public static final ItemType MATERIAL_FILE = new ItemType("material_file");

    /** An event of a calendar that belongs to no activity. */
    public static final ItemType CALENDAR_EVENT = new ItemType("calendar_event");

    /** A grade that belongs to no activity: a teacher entered it by hand, or it is that of a category. */
    public static final ItemType GRADE_ITEM = new ItemType("grade_item");

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if the name is empty, longer than {@value #MAX_LENGTH} characters, or has
     *     anything but lower-case letters from a to z, digits and underscores
     */
    public ItemType {
        if (name.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "an item type has at most " + MAX_LENGTH + " characters, not " + name.length());
        }
        if (name.isEmpty() || !name.chars().allMatch(ItemType::isAllowed)) {
            throw new IllegalArgumentException(
                    "an item type has lower-case letters, digits and underscores, not '" + name + "'");
        }
    }

    private static boolean isAllowed(int character) {
        return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9') || character == '_';
    }

    @Override
    public int compareTo(ItemType other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
