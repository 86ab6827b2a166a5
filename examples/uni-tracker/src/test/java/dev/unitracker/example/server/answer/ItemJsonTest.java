package dev.unitracker.example.server.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.StoredItem;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a store may hold, as JSON. */
class ItemJsonTest {

    private static final ItemId COURSE = new ItemId("ana", "campus", "course:2");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final ItemJson json = new ItemJson(new Frame(ZoneId.of("Europe/Madrid"), Map.of(COURSE, 7L)));

    @Test
    void a_moment_stands_beside_itself_in_the_students_zone() {
        JsonNode item = json.of(item(Map.of("due_at", "2026-07-01T21:59:00Z")));

        assertThat(item.get("due_at").asText()).isEqualTo("2026-07-01T21:59:00Z");
        assertThat(item.at("/due_at_local/time").asText()).isEqualTo("2026-07-01T23:59:00+02:00");
        assertThat(item.at("/due_at_local/zone").asText()).isEqualTo("Europe/Madrid");
        assertThat(item.get("starts_at").isNull()).isTrue();
        assertThat(item.get("starts_at_local").isNull()).isTrue();
    }

    @Test
    void what_a_later_version_stored_is_shown_as_what_claims_least() {
        JsonNode item = json.of(item(Map.of(
                "due_at", "soon",
                "status", "archived",
                "completion_state", "half",
                "completion_override_state", "half",
                "availability", "by_lottery: tomorrow",
                "review_status", "urgent",
                "submission_state", "lost")));

        assertThat(item.get("due_at").isNull()).isTrue();
        assertThat(item.get("status").asText()).isEqualTo("active");
        assertThat(item.get("completion_state").asText()).isEqualTo("unknown");
        assertThat(item.get("completion_override_state").asText()).isEqualTo("unknown");
        assertThat(item.at("/availability/state").asText()).isEqualTo("restricted");
        assertThat(item.get("review_status").asText()).isEqualTo("none");
        assertThat(item.get("submission_state").isNull()).isTrue();
    }

    @Test
    void a_course_is_named_by_its_number_if_it_is_known() {
        assertThat(json.of(item(Map.of("course", "course:2"))).get("course_id").asLong())
                .isEqualTo(7);
        assertThat(json.of(item(Map.of("course", "course:3"))).get("course_id").isNull())
                .isTrue();
        assertThat(json.of(item(Map.of())).get("course_id").isNull()).isTrue();
    }

    @Test
    void a_grade_is_shown_with_its_percentage_if_it_has_one() {
        JsonNode number =
                json.of(item(Map.of("grade", "7.5", "grade_maximum", "10"))).get("grade");
        JsonNode scale = json.of(item(Map.of("grade", "Aprobado"))).get("grade");

        assertThat(number.get("percentage").asInt()).isEqualTo(75);
        assertThat(scale.get("value").asText()).isEqualTo("Aprobado");
        assertThat(scale.get("percentage").isNull()).isTrue();
        assertThat(json.of(item(Map.of())).get("grade").isNull()).isTrue();
    }

    @Test
    void deliveries_have_numbers_that_every_reader_of_json_keeps() {
        List<Long> numbers = List.of("change 1#0 telegram/42", "change 1#0 telegram/43", "").stream()
                .map(DeliveryJson::number)
                .toList();

        assertThat(numbers).doesNotHaveDuplicates().allMatch(number -> number >= 0 && number < 1L << 53);
        assertThat(DeliveryJson.number("change 1#0 telegram/42")).isEqualTo(numbers.get(0));
    }

    private static StoredItem item(Map<String, String> fields) {
        Map<String, String> all =
                new HashMap<>(Map.of("status", "active", "item_type", "assignment", "title", "Essay"));
        all.putAll(fields);
        return new StoredItem(Item.of(COURSE.beside("module:5"), all), false, NOON, NOON, 3, "key");
    }
}
