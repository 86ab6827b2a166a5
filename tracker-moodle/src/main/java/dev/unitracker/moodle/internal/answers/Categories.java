package dev.unitracker.moodle.internal.answers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.model.Field;
import dev.unitracker.moodle.internal.client.Json;
import dev.unitracker.moodle.internal.text.HtmlText;
import dev.unitracker.spi.Sighting;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a category of grades is called. The student's report has no name for its total; {@code core_grades_get_gradeitems}
 * tells the category of each thing in it.
 */
public final class Categories {

    /** The memo of a total whose title is its category's name. */
    private static final String NAMED = "category_name";

    private Categories() {}

    /** Tells whether a report has a total of a category that no earlier look has a name for. */
    public static boolean hasUnnamed(JsonNode report, Collection<Sighting> before) {
        return !names(before).keySet().containsAll(totals(report).keySet());
    }

    /** Tells whether a report has a total of a category. */
    public static boolean has(JsonNode report) {
        return !totals(report).isEmpty();
    }

    /**
     * Returns what was seen of a report, with each category's total called as its category is; as it was called before, where
     * nobody tells its name now.
     *
     * @param gradeItems the answer that tells the categories; a missing node if it was not asked or an error came
     * @param before what the last look saw of this report
     */
    public static List<Sighting> named(
            List<Sighting> seen, JsonNode report, JsonNode gradeItems, Collection<Sighting> before) {
        Map<String, String> known = names(before);
        Map<String, String> names = new HashMap<>(known);
        names.putAll(names(report, gradeItems));
        return seen.stream()
                .map(sighting -> {
                    String name = names.get(sighting.key());
                    return name != null && totals(report).containsKey(sighting.key())
                            ? called(sighting, name, !known.containsKey(sighting.key()))
                            : sighting;
                })
                .toList();
    }

    private static Sighting called(Sighting total, String name, boolean first) {
        SortedMap<String, String> fields = new TreeMap<>(total.fields());
        fields.put(Field.TITLE.key(), name);
        SortedMap<String, String> memo = new TreeMap<>(total.memo());
        memo.put(NAMED, name);
        Sighting called = total.with(fields, memo);
        return first ? called.byItself(Set.of(Field.TITLE.key())) : called;
    }

    private static Map<String, String> names(Collection<Sighting> before) {
        Map<String, String> names = new HashMap<>();
        before.forEach(sighting -> {
            String name = sighting.memo().get(NAMED);
            if (name != null) {
                names.put(sighting.key(), name);
            }
        });
        return names;
    }

    private static Map<String, String> names(JsonNode report, JsonNode gradeItems) {
        Map<Long, String> byItem = new HashMap<>();
        Json.list(gradeItems.path("gradeItems"))
                .forEach(item -> byItem.put(Json.number(item, "id"), HtmlText.title(Json.text(item, "category"))));
        Map<Long, String> byCategory = new HashMap<>();
        items(report).forEach(item -> {
            String name = byItem.getOrDefault(Json.number(item, "id"), "");
            if (!name.isEmpty()) {
                byCategory.put(Json.number(item, "categoryid"), name);
            }
        });
        Map<String, String> names = new HashMap<>();
        totals(report).forEach((key, category) -> {
            String name = byCategory.get(category);
            if (name != null) {
                names.put(key, name);
            }
        });
        return names;
    }

    /** Returns the category of each total that has no name of its own, by the total's key. */
    private static Map<String, Long> totals(JsonNode report) {
        Map<String, Long> totals = new HashMap<>();
        items(report).stream()
                .filter(item -> Json.text(item, "itemtype").equals("category")
                        && Json.text(item, "itemname").isBlank())
                .forEach(
                        item -> totals.put(Keys.gradeItem(Json.number(item, "id")), Json.number(item, "iteminstance")));
        return totals;
    }

    private static List<JsonNode> items(JsonNode report) {
        return Json.list(report.path("usergrades")).stream()
                .flatMap(user -> Json.list(user.path("gradeitems")).stream())
                .toList();
    }
}
