package dev.unitracker.moodle.internal.answers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.model.Field;
import dev.unitracker.moodle.internal.client.Json;
import dev.unitracker.spi.Sighting;
import java.util.Collection;
import java.util.List;

/** Small answers written by hand, with single quotes, and what was read from them. */
final class Read {

    static final Links LINKS = new Links("https://campus.example.edu");

    private Read() {}

    static JsonNode json(String text) {
        return Json.parse(text.replace('\'', '"')).orElseThrow(() -> new IllegalArgumentException(text));
    }

    static List<String> keys(Collection<Sighting> sightings) {
        return sightings.stream().map(Sighting::key).toList();
    }

    static Sighting of(Collection<Sighting> sightings, String key) {
        return sightings.stream()
                .filter(sighting -> sighting.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(key + " is not in " + keys(sightings)));
    }

    /** Returns what is stated of a field: a dash for no value, a question mark if it is not mentioned. */
    static String stated(Sighting sighting, Field field) {
        String value = sighting.stated(field).orElse("?");
        return value.isEmpty() ? "-" : value;
    }
}
