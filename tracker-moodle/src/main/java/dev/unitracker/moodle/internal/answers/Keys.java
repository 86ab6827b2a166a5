package dev.unitracker.moodle.internal.answers;

import dev.unitracker.model.StorableText;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The source keys of Moodle's things. */
public final class Keys {

    /** What the keys of all courses begin with. */
    public static final String COURSE_PREFIX = "course:";

    /** The course that stands for the whole site; its things belong to no course of the student's. */
    private static final long SITE_COURSE = 1;

    private Keys() {}

    /** Returns a course's key, given Moodle's id. */
    public static String course(long id) {
        return COURSE_PREFIX + id;
    }

    /** Returns a course's key; null for the site itself and for no course. */
    public static @Nullable String courseOrNone(long id) {
        return id <= SITE_COURSE ? null : course(id);
    }

    /** Returns an activity's key: its course-module id is the same whoever mentions it. */
    public static String module(long cmid) {
        return "module:" + cmid;
    }

    /** Returns what names a section; it is no item, but contains some. */
    public static String section(long id) {
        return "section:" + id;
    }

    /** Returns the key of what is written above a section's activities. */
    public static String sectionText(long id) {
        return "section_text:" + id;
    }

    /** Returns a discussion's key, given the discussion's own id and not that of its first post. */
    public static String discussion(long id) {
        return "discussion:" + id;
    }

    /** Returns the key of a calendar event that belongs to no activity. */
    public static String event(long id) {
        return "event:" + id;
    }

    /** Returns the key of a grade that belongs to no activity. */
    public static String gradeItem(long id) {
        return "grade:" + id;
    }

    /** Returns a file's key, given its folder within the activity with a slash at both ends. */
    public static String file(long cmid, String path, String name) {
        return "file:" + cmid + ":" + storable(path + name);
    }

    /** Two names that differ in a character which no store keeps stay two: no path has two slashes in a row. */
    private static String storable(String text) {
        if (text.codePoints().noneMatch(StorableText::excludes)) {
            return text;
        }
        StringBuilder storable = new StringBuilder();
        text.codePoints()
                .forEach(character -> storable.append(
                        StorableText.excludes(character)
                                ? String.format(Locale.ROOT, "//%04x", character)
                                : Character.toString(character)));
        return storable.toString();
    }

    /** Returns the key of a file that a teacher returned with a grade, given the way in which it was made. */
    static String feedbackFile(long cmid, String plugin, String path, String name) {
        return "feedback_file:" + cmid + ":" + plugin + storable(path + name);
    }

    /** Returns the key of a file that is attached to a discussion's first post; it goes with the discussion. */
    public static String attachment(long discussion, String path, String name) {
        return "attachment:" + discussion + ":" + storable(path + name);
    }
}
