package dev.unitracker.example.server.answer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.model.ItemId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What all JSON about one account needs, and how all of it writes moments and numbers. Immutable.
 *
 * @param zone where the student lives
 * @param courses the numbers of the account's courses
 */
public record Frame(ZoneId zone, Map<ItemId, Long> courses) {

    /** Copies the map. */
    public Frame {
        courses = Map.copyOf(courses);
    }

    /** Returns an empty object. */
    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Adds a list; what adds one of its values gets an empty object for it. */
    static <T> void list(ObjectNode object, String name, Collection<T> values, BiConsumer<ObjectNode, T> adding) {
        var array = object.putArray(name);
        values.forEach(value -> adding.accept(array.addObject(), value));
    }

    /** Adds a list of texts. */
    static void texts(ObjectNode object, String name, Collection<String> values) {
        var array = object.putArray(name);
        values.forEach(array::add);
    }

    /**
     * Adds a moment under a name, and beside it, under the name with {@code _local} behind it, the same moment in the student's zone;
     * null both, if there is none.
     */
    void moment(ObjectNode object, String name, @Nullable Instant at) {
        if (at == null) {
            object.putNull(name).putNull(name + "_local");
            return;
        }
        object.put(name, at.toString());
        object.putObject(name + "_local")
                .put("time", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone)))
                .put("zone", zone.getId());
    }

    /** Adds the number of a course; null, if it is none that is known. */
    void course(ObjectNode object, Optional<ItemId> course) {
        object.put("course_id", course.map(courses::get).orElse(null));
    }
}
