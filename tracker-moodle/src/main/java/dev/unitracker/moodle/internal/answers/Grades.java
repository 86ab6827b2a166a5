package dev.unitracker.moodle.internal.answers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.model.Field;
import dev.unitracker.model.ItemType;
import dev.unitracker.moodle.internal.client.Json;
import dev.unitracker.moodle.internal.text.HtmlText;
import dev.unitracker.spi.Sighting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What {@code gradereport_user_get_grade_items} says: the student's own grades in one course. An activity's grade
 * belongs to the activity, the course's total to the course; only what was entered by hand, and a category's total, is an
 * item of its own.
 */
public final class Grades {

    private static final String UNGRADED = "-";

    private Grades() {}

    /** Returns a sighting of everything that is graded or could be, but for what Moodle has yet to compute. */
    public static List<Sighting> sightings(long course, JsonNode answer, Links links) {
        return items(course, answer).entrySet().stream()
                .filter(entry -> entry.getValue().stream().noneMatch(Grades::uncomputed))
                .map(entry -> sighting(course, entry.getKey(), entry.getValue(), links))
                .toList();
    }

    /**
     * Returns how many things have a grade that Moodle has yet to compute, as for ever if a formula is broken. It shows
     * the word for an error in its place, in the student's language.
     */
    public static long uncomputed(long course, JsonNode answer) {
        return items(course, answer).values().stream()
                .filter(items -> items.stream().anyMatch(Grades::uncomputed))
                .count();
    }

    /** Returns, in words, that a grade is shown and not told; empty if all is well. What is not graded is shown as a dash. */
    public static Optional<String> misfitOfGrade(JsonNode item) {
        String shown = HtmlText.title(Json.text(item, "gradeformatted"));
        if (uncomputed(item) || !visible(item)) {
            return Optional.empty();
        }
        boolean ungraded = shown.isEmpty() || shown.equals(UNGRADED);
        boolean outcome = Json.text(item, "itemtype").equals("outcome");
        if (!outcome && item.hasNonNull("graderaw") && !item.has("gradeformatted")) {
            return Optional.of("gradeformatted is missing");
        }
        if (!ungraded && !item.has("graderaw")) {
            return Optional.of("graderaw is missing");
        }
        return item.path("graderaw").isNull() && !ungraded
                ? Optional.of("graderaw is null although the grade is shown: " + shown)
                : Optional.empty();
    }

    private static boolean uncomputed(JsonNode item) {
        return Json.number(item, "gradeneedsupdate") != 0;
    }

    private static Map<String, List<JsonNode>> items(long course, JsonNode answer) {
        Map<String, List<JsonNode>> items = new LinkedHashMap<>();
        Set<JsonNode> seen = new HashSet<>();
        for (JsonNode user : Json.list(answer.path("usergrades"))) {
            Json.list(user.path("gradeitems")).stream()
                    .filter(item -> !ofNoActivity(item) && seen.add(item))
                    .forEach(item -> items.computeIfAbsent(key(course, item), key -> new ArrayList<>())
                            .add(item));
        }
        return items;
    }

    /** Returns what calendars call the activities whose grades do not tell which they are, for example {@code assign 3}. */
    public static List<String> ofUnknownActivities(JsonNode answer) {
        return Json.list(answer.path("usergrades")).stream()
                .flatMap(user -> Json.list(user.path("gradeitems")).stream())
                .filter(Grades::ofNoActivity)
                .map(item -> Json.text(item, "itemmodule") + " " + Json.number(item, "iteminstance"))
                .toList();
    }

    /** An activity's grade whose activity is hidden or about to be deleted has nowhere to go. */
    private static boolean ofNoActivity(JsonNode item) {
        return Json.text(item, "itemtype").equals("mod") && Json.number(item, "cmid") <= 0;
    }

    /** Returns the key of what a grade belongs to; empty if the grade does not tell. */
    public static Optional<String> keyOf(long course, JsonNode item) {
        boolean whole = Json.isWhole(item.path("id")) && (!item.hasNonNull("cmid") || Json.isWhole(item.path("cmid")));
        boolean told = item.path("itemtype").isTextual() && Json.number(item, "id") > 0 && !ofNoActivity(item);
        return whole && told ? Optional.of(key(course, item)) : Optional.empty();
    }

    private static String key(long course, JsonNode item) {
        String type = Json.text(item, "itemtype");
        long cmid = Json.number(item, "cmid");
        if (type.equals("course")) {
            return Keys.course(course);
        }
        return type.equals("mod") ? Keys.module(cmid) : Keys.gradeItem(Json.number(item, "id"));
    }

    /** An activity may have several grades, as a workshop has two; they are told together, in Moodle's order. */
    private static Sighting sighting(long course, String key, List<JsonNode> items, Links links) {
        items.sort(Comparator.comparing((JsonNode item) -> Json.number(item, "itemnumber"))
                .thenComparing(item -> Json.number(item, "id")));
        List<JsonNode> visible = items.stream().filter(Grades::visible).toList();
        List<GradeValue> graded = visible.stream()
                .map(GradeValue::of)
                .filter(grade -> !grade.text().isEmpty())
                .toList();
        Sighting.Builder sighting = builder(course, key, items.get(0), links).course(Keys.course(course));
        // A column that the report does not have tells nothing.
        boolean hasGrades = visible.stream().allMatch(item -> item.has("gradeformatted") || item.has("graderaw"));
        if (hasGrades) {
            sighting.state(Field.GRADE, joined(graded, GradeValue::text, " + "));
        }
        if (hasGrades && (graded.isEmpty() || visible.stream().allMatch(item -> item.has("grademax")))) {
            sighting.state(Field.GRADE_MAXIMUM, joined(graded, GradeValue::maximum, " + "));
        }
        if (visible.stream().allMatch(item -> item.hasNonNull("feedback"))) {
            sighting.state(Field.GRADE_FEEDBACK, joined(visible, Grades::feedback, "\n"));
        }
        return sighting.build();
    }

    private static <T> String joined(List<T> parts, Function<T, String> part, String between) {
        return parts.stream().map(part).filter(text -> !text.isEmpty()).collect(Collectors.joining(between));
    }

    private static Sighting.Builder builder(long course, String key, JsonNode item, Links links) {
        if (!key.startsWith("grade:")) {
            return Sighting.about(key);
        }
        String name = HtmlText.title(Json.text(item, "itemname"));
        String type = Json.text(item, "itemtype");
        String fallback = type.equals("category") ? "Category total" : type + " " + Json.number(item, "iteminstance");
        return Sighting.of(key, ItemType.GRADE_ITEM)
                .title(name.isEmpty() ? fallback : name)
                .url(links.grades(course));
    }

    private static String feedback(JsonNode item) {
        return HtmlText.canonical(Json.text(item, "feedback"));
    }

    private static boolean visible(JsonNode item) {
        return !Json.flag(item, "gradeishidden") && !Json.flag(item, "gradehiddenbydate");
    }

    /** Returns the course totals that {@code gradereport_overview_get_course_grades} tells, as texts to compare. */
    public static Map<Long, String> overview(JsonNode answer) {
        Map<Long, String> totals = new LinkedHashMap<>();
        Json.list(answer.path("grades"))
                .forEach(total -> totals.put(Json.number(total, "courseid"), Json.text(total, "rawgrade")));
        return totals;
    }
}
