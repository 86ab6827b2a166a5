package dev.unitracker.moodle.internal.answers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.model.Field;
import dev.unitracker.model.ItemType;
import dev.unitracker.moodle.internal.client.Json;
import dev.unitracker.moodle.internal.text.HtmlText;
import dev.unitracker.spi.Sighting;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What {@code core_enrol_get_users_courses} says: the courses that the student takes part in now. */
public final class Courses {

    private Courses() {}

    /**
     * A course.
     *
     * @param id Moodle's id
     * @param name its full name, entities decoded
     */
    public record Course(long id, String shortName, String name) {}

    /** Returns the courses ordered by id, each once. */
    public static List<Course> read(JsonNode answer) {
        Set<Long> seen = new HashSet<>();
        return Json.list(answer).stream()
                .map(course -> new Course(
                        Json.number(course, "id"),
                        HtmlText.title(Json.text(course, "shortname")),
                        HtmlText.title(Json.text(course, "fullname"))))
                .filter(course -> course.id() > 0 && seen.add(course.id()))
                .sorted(Comparator.comparing(Course::id))
                .toList();
    }

    /** Returns a sighting of each course, which contains itself. */
    public static List<Sighting> sightings(JsonNode answer, Links links) {
        return Json.list(answer).stream()
                .filter(course -> Json.number(course, "id") > 0)
                .map(course -> sighting(course, links))
                .toList();
    }

    private static Sighting sighting(JsonNode course, Links links) {
        long id = Json.number(course, "id");
        Sighting.Builder sighting = Sighting.of(Keys.course(id), ItemType.COURSE)
                .course(Keys.course(id))
                .title(HtmlText.title(Json.text(course, "fullname")))
                .state(Field.URL, links.course(id))
                .memo(Sighting.SHORT_NAME, HtmlText.title(Json.text(course, "shortname")));
        if (course.hasNonNull("summary")) {
            sighting.document(HtmlText.document(Json.text(course, "summary")));
        }
        return sighting.build();
    }
}
