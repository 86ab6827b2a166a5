package dev.unitracker.words;

import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.Field;
import dev.unitracker.model.FieldChange;
import dev.unitracker.model.FieldKey;
import dev.unitracker.model.FieldValue;
import dev.unitracker.model.FieldValue.Amount;
import dev.unitracker.model.FieldValue.Day;
import dev.unitracker.model.FieldValue.Moment;
import dev.unitracker.model.FieldValue.Words;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.Topic;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a change in words: what happened to which item, then each field before and after. Immutable and safe for use
 * by several threads.
 */
public final class ChangeText {

    private static final int TEXT_WIDTH = 90;
    private static final int CONTEXT = 20;
    private static final String VALUE = "value.";

    /** What a reader learns from the headline, or does not want to know. */
    private static final Set<String> UNTOLD = Set.of(
            Field.STATUS.key(),
            Field.TYPE.key(),
            Field.COURSE.key(),
            Field.WITHIN.key(),
            Field.PUBLISHED_AT.key(),
            Field.URL.key(),
            Field.DUE_SOURCE.key(),
            Field.SUBMISSION.key());

    /** What goes without saying of something new. */
    private static final Set<String> TOLD_BY_NEW = Set.of(Field.TITLE.key(), Field.COMPLETION.key());

    private final Texts texts;
    private final DateText dates;
    private final Function<ItemId, String> courseName;

    /**
     * Makes it for a language and a zone; courses are called by their keys.
     *
     * @param texts all texts of the language; what comes from the source stays as it is
     * @param zone the zone that times are shown in
     */
    public ChangeText(Texts texts, ZoneId zone) {
        this(texts, zone, ItemId::key);
    }

    /**
     * Makes it for a language, a zone and names of courses.
     *
     * @param texts all texts of the language; what comes from the source stays as it is
     * @param zone the zone that times are shown in
     * @param courseName returns what to call a course
     */
    public ChangeText(Texts texts, ZoneId zone, Function<ItemId, String> courseName) {
        this.texts = texts;
        this.dates = new DateText(texts, zone);
        this.courseName = courseName;
    }

    /**
     * Returns the change as lines: the headline, then, indented, the {@linkplain #details fields} and the link, if it
     * has one.
     */
    public List<String> lines(Change change) {
        List<String> lines = new ArrayList<>();
        lines.add(headline(change));
        details(change).forEach(detail -> lines.add("    " + detail));
        if (change.about().url() != null) {
            lines.add("    " + change.about().url());
        }
        return lines;
    }

    /** Returns in one line what happened to which item of which course. */
    public String headline(Change change) {
        return texts.text("kind." + change.kind().key()) + ": " + change.about().title() + course(change);
    }

    /**
     * Returns the fields that a student would care for, a line each: name, before and after, long texts cut; empty if
     * there are none.
     */
    public List<String> details(Change change) {
        return change.news().stream()
                .filter(field -> isTold(change, field))
                .map(field -> name(field.key()) + ": " + beforeAndAfter(field) + outOf(change, field))
                .toList();
    }

    private String course(Change change) {
        return change.course()
                .filter(course -> !course.equals(change.item()))
                .map(course -> " (" + courseName.apply(course) + ")")
                .orElse("");
    }

    private static boolean isTold(Change change, FieldChange field) {
        boolean maximumIsTold = field.field().equals(Field.GRADE_MAXIMUM.key())
                && change.field(Field.GRADE).isPresent();
        boolean outOfSight = field.field().equals(Field.STATUS.key()) && field.topic() == Topic.AVAILABILITY;
        return outOfSight || (!maximumIsTold && !field.key().isEvidence() && isToldOf(change.kind(), field.field()));
    }

    private static boolean isToldOf(ChangeKind kind, String field) {
        return switch (kind) {
            case REMOVED -> false;
            case NEW -> !UNTOLD.contains(field) && !TOLD_BY_NEW.contains(field);
            case REAPPEARED,
                    DEADLINE_ADDED,
                    DEADLINE_CHANGED,
                    DEADLINE_REMOVED,
                    EXAM_CHANGED,
                    SCHEDULE_CHANGED,
                    GRADE_RELEASED,
                    GRADE_CHANGED,
                    AVAILABILITY_CHANGED,
                    REVIEW_CHANGED,
                    CONTENT_CHANGED,
                    COMPLETION_CHANGED -> !UNTOLD.contains(field);
            case REFRESH_ONLY -> true;
        };
    }

    /** A grade is read with the highest that was possible. */
    private String outOf(Change change, FieldChange field) {
        if (!field.field().equals(Field.GRADE.key()) || field.after() == null) {
            return "";
        }
        return change.field(Field.GRADE_MAXIMUM)
                .map(FieldChange::after)
                .map(maximum -> " " + texts.text("change.of", maximum))
                .orElse("");
    }

    private String name(FieldKey field) {
        String plain = field.name();
        String words = texts.knows("field." + plain) ? texts.text("field." + plain) : plain.replace('_', ' ');
        return words + field.label().map(label -> " (" + label + ")").orElse("");
    }

    private String beforeAndAfter(FieldChange field) {
        boolean text = field.topic() == Topic.CONTENT
                && Stream.of(field.valueBefore(), field.valueAfter())
                        .flatMap(Optional::stream)
                        .noneMatch(FieldValue::isDate);
        if (text && field.before() != null && field.after() != null) {
            return aroundDifference(field.before(), field.after());
        }
        String after = shown(field.field(), field.after());
        return field.before() == null ? after : shown(field.field(), field.before()) + " → " + after;
    }

    private String shown(String field, @Nullable String value) {
        if (value == null) {
            String none = VALUE + field + ".none";
            return texts.text(texts.knows(none) ? none : "change.nothing");
        }
        return FieldValue.of(value).match(new FieldValue.Cases<>() {
            @Override
            public String words(Words words) {
                return shortened(inWords(field, words.text()));
            }

            @Override
            public String amount(Amount amount) {
                return amount.text();
            }

            @Override
            public String day(Day day) {
                return dates.day(day.date());
            }

            @Override
            public String moment(Moment moment) {
                return dates.moment(moment.at());
            }
        });
    }

    /** A state has a name to store and words to show; what the source adds after a colon is in its own words. */
    private String inWords(String field, String value) {
        int colon = value.indexOf(": ");
        String state = colon < 0 ? value : value.substring(0, colon);
        String name = VALUE + field + "." + state;
        return texts.knows(name) ? texts.text(name) + value.substring(state.length()) : value;
    }

    /** Of two long texts only the part that differs is of interest. */
    private static String aroundDifference(String before, String after) {
        int same = commonStart(before, after);
        int from = Math.max(0, same - CONTEXT);
        if (from > 0 && Character.isLowSurrogate(before.charAt(from))) {
            from--;
        }
        String lead = from == 0 ? "" : "…";
        return "“" + lead + shortened(before.substring(from)) + "” → “" + lead + shortened(after.substring(from)) + "”";
    }

    private static int commonStart(String one, String other) {
        int end = Math.min(one.length(), other.length());
        int same = 0;
        while (same < end && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }

    private static String shortened(String text) {
        String line = Objects.requireNonNull(text).replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= TEXT_WIDTH
                ? line
                : line.substring(0, line.offsetByCodePoints(0, TEXT_WIDTH - 1)) + "…";
    }
}
