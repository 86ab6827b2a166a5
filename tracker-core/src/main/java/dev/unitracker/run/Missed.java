package dev.unitracker.run;

import dev.unitracker.model.StorableText;
import java.util.Objects;

/**
 * Something that a look did not see, or not completely, and why. Immutable.
 *
 * @param code the kind of reason; programs decide by it
 * @param what what was not seen, for a log, for example {@code submission of Essay 1}; empty if it is the whole part
 * @param detail more about it, for a log: the source's own words, a number; may be empty
 * @param name what the source calls it, for people, for example {@code Essay 1}; empty if it has no name
 * @param course the source key of the course that it belongs to; empty if it belongs to no course or to several, or if
 *     that is not known
 */
public record Missed(Code code, String what, String detail, String name, String course) {

    /** What kind of reason. */
    public enum Code {
        /** The source could not be read. It is worth trying again later. */
        UNAVAILABLE,
        /** The source refused the student's login. */
        LOGIN_REFUSED,
        /** The source answered an error. */
        FAILED,
        /** The source does not let the student in there. */
        NO_ACCESS,
        /** What came contradicts what else the source says. */
        CONTRADICTED,
        /** Nothing came where there was something, and nothing else proves that it is gone. */
        NOT_WITNESSED,
        /** Too much vanished at once to be believed. */
        VANISHED,
        /** The source has not made it yet. */
        NOT_READY,
        /** The look left it to the next one. */
        LEFT_FOR_LATER,
        /** The source lets no files be downloaded, so that nothing that only files say is known. */
        DOWNLOADS_OFF,
        /** It is larger than what is read. */
        TOO_LARGE,
        /** Only its beginning was read. */
        CUT,
        /** The collector made a mistake. */
        MISTAKE,
        /** Only the detail tells. */
        OTHER
    }

    /** Makes all texts {@linkplain StorableText storable}. A null name or course becomes an empty one. */
    public Missed {
        Objects.requireNonNull(code, "code");
        what = StorableText.of(what);
        detail = StorableText.of(detail);
        // A store may hold what was kept before things had names and courses.
        name = name == null ? "" : StorableText.of(name);
        course = course == null ? "" : StorableText.of(course);
    }

    /** Makes one of something without a name and of no course. */
    public Missed(Code code, String what, String detail) {
        this(code, what, detail, "");
    }

    /** Makes one of something with a name and of no course. */
    public Missed(Code code, String what, String detail, String name) {
        this(code, what, detail, name, "");
    }

    /** Returns the same with the name that the source has for what was not seen. */
    public Missed named(String title) {
        return new Missed(code, what, detail, title, course);
    }

    /** Returns the same with the source key of the course that it belongs to. */
    public Missed in(String courseKey) {
        return new Missed(code, what, detail, name, courseKey);
    }

    /** Returns one of a whole part. */
    public static Missed of(Code code, String detail) {
        return new Missed(code, "", detail);
    }

    /** Returns what was not seen and why, in one line for a log: {@link #what} and {@link #detail}. */
    @Override
    public String toString() {
        return what.isEmpty() ? detail : detail.isEmpty() ? what : what + ": " + detail;
    }
}
