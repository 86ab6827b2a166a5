package dev.unitracker.moodle.internal.answers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.model.Field;
import dev.unitracker.model.ItemType;
import dev.unitracker.moodle.internal.client.Json;
import dev.unitracker.moodle.internal.text.HtmlText;
import dev.unitracker.spi.Sighting;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What {@code gradereport_user_get_grade_items} says: the student's own grades in one course. An activity's grade
 * belongs to the activity, the course's total to the course; only what was entered by hand, and a category's total, is an
 * item of its own.
 */
public final class Grades {

    /** The places behind the last point or comma, whatever the language puts there. */
    private static final Pattern DECIMALS = Pattern.compile("[.,](\\d{1,5})\\D*$");

    private Grades() {}

    /** Returns a sighting of everything that is graded or could be. */
    public static List<Sighting> sightings(long course, JsonNode answer, Links links) {
        Map<String, List<JsonNode>> items = new LinkedHashMap<>();
        for (JsonNode user : Json.list(answer.path("usergrades"))) {
            Json.list(user.path("gradeitems")).stream()
                    .filter(item -> !ofNoActivity(item))
                    .forEach(item -> items.computeIfAbsent(key(course, item), key -> new ArrayList<>())
                            .add(item));
        }
        return items.entrySet().stream()
                .map(entry -> sighting(course, entry.getKey(), entry.getValue(), links))
                .toList();
    }

    /** An activity's grade whose activity is hidden or about to be deleted has nowhere to go. */
    private static boolean ofNoActivity(JsonNode item) {
        return Json.text(item, "itemtype").equals("mod") && Json.number(item, "cmid") <= 0;
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
        List<JsonNode> graded =
                visible.stream().filter(item -> !value(item).isEmpty()).toList();
        return builder(course, key, items.get(0), links)
                .course(Keys.course(course))
                .state(Field.GRADE, joined(graded, Grades::value, " + "))
                .state(Field.GRADE_MAXIMUM, joined(graded, Grades::maximum, " + "))
                .state(Field.GRADE_FEEDBACK, joined(visible, Grades::feedback, "\n"))
                .build();
    }

    private static String joined(List<JsonNode> items, Function<JsonNode, String> part, String between) {
        return items.stream().map(part).filter(text -> !text.isEmpty()).collect(Collectors.joining(between));
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

    private static String maximum(JsonNode item) {
        String maximum = Json.decimal(item, "grademax");
        return scaled(item) || maximum == null ? "" : maximum;
    }

    private static boolean visible(JsonNode item) {
        return !item.path("gradeishidden").asBoolean()
                && !item.path("gradehiddenbydate").asBoolean();
    }

    /** A number as precise as the student sees it; else what Moodle shows, such as a letter, or nothing for its dash. */
    private static String value(JsonNode item) {
        String raw = Json.decimal(item, "graderaw");
        String shown = HtmlText.title(Json.text(item, "gradeformatted"));
        if (shown.equals("-")) {
            return "";
        }
        boolean words = !shown.isEmpty() && shown.chars().noneMatch(Character::isDigit);
        return raw == null || scaled(item) || words ? shown : rounded(raw, shown);
    }

    private static String rounded(String raw, String shown) {
        Matcher decimals = DECIMALS.matcher(shown);
        if (!decimals.find()) {
            return raw;
        }
        BigDecimal number = new BigDecimal(raw)
                .setScale(decimals.group(1).length(), RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return number.signum() == 0 ? "0" : number.toPlainString();
    }

    private static boolean scaled(JsonNode item) {
        return Json.number(item, "scaleid") > 0;
    }

    /** Returns the course totals that {@code gradereport_overview_get_course_grades} tells, as texts to compare. */
    public static Map<Long, String> overview(JsonNode answer) {
        Map<Long, String> totals = new LinkedHashMap<>();
        Json.list(answer.path("grades"))
                .forEach(total -> totals.put(Json.number(total, "courseid"), Json.text(total, "rawgrade")));
        return totals;
    }
}
