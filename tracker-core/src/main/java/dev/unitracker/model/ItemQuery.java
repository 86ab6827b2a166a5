package dev.unitracker.model;

import dev.unitracker.dates.FactType;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which items are asked for: those for which each condition holds that is set. {@link #all} sets none. Each other
 * method returns a query with one condition more, or with another one in its place. Immutable.
 *
 * @param source the source that they are of; null for any
 * @param course the source key of the course that they belong to; empty for those of no course; null for any
 * @param type their type; null for any
 * @param status their status; null for any
 * @param review their review status; null for any
 * @param updatedSince their stored state last changed at this moment or later; null for any
 * @param due the time in which their deadline lies; null for any deadline, or none
 * @param exam the time in which an exam lies that their text states; null for any exam, or none
 * @param text words that must all be in the title or the body, in any order, also within longer words; case, accents
 *     and joiners do not count; blank for any
 */
public record ItemQuery(
        @Nullable String source,
        @Nullable String course,
        @Nullable ItemType type,
        @Nullable ItemStatus status,
        @Nullable ReviewStatus review,
        @Nullable Instant updatedSince,
        @Nullable Span due,
        @Nullable Span exam,
        String text) {

    private static final ItemQuery ALL = new ItemQuery(null, null, null, null, null, null, null, null, "");
    /** What nobody types who looks for a word: its accents, and what only joins or parts its letters. */
    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\u200C\\u200D]+");

    /**
     * Some time.
     *
     * @param from its first moment
     * @param to the first moment after it; if this is not after {@code from}, no moment lies in it
     */
    public record Span(Instant from, Instant to) {

        /** Null is refused. */
        public Span {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }

        /** Tells whether a moment lies in it. */
        public boolean has(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(to);
        }
    }

    /** Only the text must not be null. The methods are easier to read: begin with {@link #all} or {@link #active}. */
    public ItemQuery {
        Objects.requireNonNull(text, "text");
    }

    /** Asks for all items, removed ones too. */
    public static ItemQuery all() {
        return ALL;
    }

    /** Asks for the active items. */
    public static ItemQuery active() {
        return ALL.status(ItemStatus.ACTIVE);
    }

    /**
     * Asks for those of a source only.
     *
     * @param name the name of the collector that reads it
     */
    public ItemQuery source(String name) {
        return new ItemQuery(
                Objects.requireNonNull(name, "name"), course, type, status, review, updatedSince, due, exam, text);
    }

    /**
     * Asks for those of a course only. Where an account has several sources, each may have a course of this key; {@link #of}
     * asks for one of them.
     *
     * @param key its source key, for example {@code course:2}; empty for those of no course
     */
    public ItemQuery course(String key) {
        return new ItemQuery(
                source, Objects.requireNonNull(key, "key"), type, status, review, updatedSince, due, exam, text);
    }

    /** Asks for those of the course that an id names. */
    public ItemQuery of(ItemId courseId) {
        return source(courseId.source()).course(courseId.key());
    }

    /** Asks for those of the course in which an item is, itself among them; if it is in none, for all that are in none. */
    public ItemQuery besides(Item item) {
        return source(item.id().source()).course(item.course().orElse(""));
    }

    /** Asks for those of a type only. */
    public ItemQuery type(ItemType only) {
        return new ItemQuery(source, course, only, status, review, updatedSince, due, exam, text);
    }

    /** Asks for those with a status only. */
    public ItemQuery status(ItemStatus only) {
        return new ItemQuery(source, course, type, only, review, updatedSince, due, exam, text);
    }

    /** Asks for those with a review status only. */
    public ItemQuery review(ReviewStatus only) {
        return new ItemQuery(source, course, type, status, only, updatedSince, due, exam, text);
    }

    /** Asks for those whose stored state changed at a moment or later. */
    public ItemQuery updatedSince(Instant moment) {
        return new ItemQuery(source, course, type, status, review, moment, due, exam, text);
    }

    /** Asks for those with a deadline at {@code from} or later, and before {@code to}. */
    public ItemQuery due(Instant from, Instant to) {
        return new ItemQuery(source, course, type, status, review, updatedSince, new Span(from, to), exam, text);
    }

    /**
     * Asks for those whose text states an exam at {@code from} or later, and before {@code to}. A day without a time
     * counts as its first moment in UTC.
     */
    public ItemQuery exam(Instant from, Instant to) {
        return new ItemQuery(source, course, type, status, review, updatedSince, due, new Span(from, to), text);
    }

    /** Asks for those in whose title or body all these words are, as {@link #text()} says. */
    public ItemQuery text(String words) {
        return new ItemQuery(source, course, type, status, review, updatedSince, due, exam, words);
    }

    /**
     * Tells whether an item is asked for.
     *
     * @param updatedAt when its stored state last changed
     */
    public boolean matches(Item item, Instant updatedAt) {
        return (source == null || source.equals(item.id().source()))
                && (course == null || course.equals(item.course().orElse("")))
                && (type == null || type.equals(item.type()))
                && (status == null || status == item.status())
                && (review == null || review == item.review())
                && (updatedSince == null || !updatedAt.isBefore(updatedSince))
                && (due == null || item.dueAt().filter(due::has).isPresent())
                && (exam == null || exams(item).anyMatch(exam::has))
                && wordsIn().test(item);
    }

    private static Stream<Instant> exams(Item item) {
        return item.facts().stream()
                .filter(fact -> fact.type() == FactType.EXAM_AT)
                .flatMap(fact -> FieldValue.of(fact.value()).start(ZoneOffset.UTC).stream());
    }

    private Predicate<Item> wordsIn() {
        if (text.isBlank()) {
            return item -> true;
        }
        List<String> words = Arrays.asList(folded(text).strip().split("\\s+"));
        return item -> {
            String there = folded(item.title() + "\n" + item.body().orElse(""));
            return words.stream().allMatch(there::contains);
        };
    }

    private static String folded(String any) {
        return MARKS.matcher(Normalizer.normalize(any, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
