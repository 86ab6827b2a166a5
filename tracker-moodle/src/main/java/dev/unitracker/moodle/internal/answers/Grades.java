package dev.unitracker.moodle.internal.answers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.model.Field;
import dev.unitracker.model.ItemType;
import dev.unitracker.moodle.internal.client.Json;
import dev.unitracker.moodle.internal.text.HtmlText;
import dev.unitracker.spi.Sighting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code gradereport_user_get_grade_items} says: the student's own grades in one course. An activity's grade
 * belongs to the activity, the course's total to the course; only what was entered by hand, and a category's total, is an
 * item of its own.
 */
public final class Grades {

    private Grades() {}

    /** Returns a sighting of everything that is graded or could be. */
    public static List<Sighting> sightings(long course, JsonNode answer, Links links) {
        Map<String, Sighting> sightings = new LinkedHashMap<>();
        for (JsonNode user : Json.list(answer.path("usergrades"))) {
            List<JsonNode> items = new ArrayList<>(Json.list(user.path("gradeitems")));
            // An activity may have several; its first is its grade, whatever the order of the answer.
            items.sort((a, b) -> Long.compare(Json.number(a, "itemnumber"), Json.number(b, "itemnumber")));
            for (JsonNode item : items) {
                Sighting sighting = sighting(course, item, links);
                sightings.putIfAbsent(sighting.key(), sighting);
            }
        }
        return List.copyOf(sightings.values());
    }

    private static Sighting sighting(long course, JsonNode item, Links links) {
        Sighting.Builder sighting = builder(course, item, links).course(Keys.course(course));
        if (visible(item)) {
            String feedback = HtmlText.canonical(Json.text(item, "feedback"));
            String value = value(item);
            sighting.state(Field.GRADE, value).state(Field.GRADE_FEEDBACK, feedback);
            sighting.state(
                    Field.GRADE_MAXIMUM, value.isEmpty() || scaled(item) ? null : Json.decimal(item, "grademax"));
        } else {
            sighting.state(Field.GRADE, "").state(Field.GRADE_FEEDBACK, "").state(Field.GRADE_MAXIMUM, "");
        }
        return sighting.build();
    }

    private static Sighting.Builder builder(long course, JsonNode item, Links links) {
        String type = Json.text(item, "itemtype");
        long cmid = Json.number(item, "cmid");
        if (type.equals("course")) {
            return Sighting.about(Keys.course(course));
        }
        if (type.equals("mod") && cmid > 0 && Json.number(item, "itemnumber") == 0) {
            return Sighting.about(Keys.module(cmid));
        }
        String name = HtmlText.title(Json.text(item, "itemname"));
        return Sighting.of(Keys.gradeItem(Json.number(item, "id")), ItemType.GRADE_ITEM)
                .within(cmid > 0 ? Keys.module(cmid) : null)
                .title(name.isEmpty() ? type + " " + Json.number(item, "iteminstance") : name)
                .url(links.grades(course));
    }

    private static boolean visible(JsonNode item) {
        return !item.path("gradeishidden").asBoolean()
                && !item.path("gradehiddenbydate").asBoolean();
    }

    /** A number where there is one; else what Moodle shows, such as a letter, or nothing for its dash. */
    private static String value(JsonNode item) {
        String raw = Json.decimal(item, "graderaw");
        if (raw != null && !scaled(item)) {
            return raw;
        }
        String shown = HtmlText.title(Json.text(item, "gradeformatted"));
        return shown.equals("-") ? "" : shown;
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
