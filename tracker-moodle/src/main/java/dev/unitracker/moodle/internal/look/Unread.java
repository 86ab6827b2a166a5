package dev.unitracker.moodle.internal.look;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.unitracker.moodle.internal.answers.Keys;
import dev.unitracker.moodle.internal.answers.ModuleDates;
import dev.unitracker.moodle.internal.client.Json;
import dev.unitracker.moodle.internal.client.Response;
import dev.unitracker.moodle.internal.text.HtmlText;
import dev.unitracker.run.Level;
import dev.unitracker.run.Missed;
import dev.unitracker.run.Missed.Code;
import dev.unitracker.spi.Completeness;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Sighting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What cannot be read in the answers of one look: an element with a time that is none costs itself and nothing else. It is
 * taken out before anything is read, stays known as it was, and the report names it. For one thread.
 */
final class Unread {

    /** Where an answer lists things, which number names one, what its key is, and what is wrong with one. */
    private record Elements(
            MoodlePart part,
            List<String> path,
            String id,
            LongFunction<String> key,
            Function<JsonNode, Optional<String>> strange) {}

    private static final Map<String, Elements> LISTS = Map.of(
            Functions.ASSIGNMENTS,
            new Elements(
                    MoodlePart.ASSIGNMENTS,
                    List.of("courses", "assignments"),
                    "cmid",
                    Keys::module,
                    times("duedate", "cutoffdate", "allowsubmissionsfromdate")),
            Functions.QUIZZES,
            new Elements(
                    MoodlePart.QUIZZES,
                    List.of("quizzes"),
                    "coursemodule",
                    Keys::module,
                    times("timeopen", "timeclose")),
            Functions.FORUMS,
            new Elements(MoodlePart.FORUMS, List.of(), "cmid", Keys::module, times("duedate", "cutoffdate")),
            Functions.DISCUSSIONS,
            new Elements(MoodlePart.FORUMS, List.of("discussions"), "discussion", Keys::discussion, times("created")),
            Functions.EVENTS,
            new Elements(MoodlePart.CALENDAR, List.of("events"), "id", Keys::event, times("timestart", "timeduration")),
            Functions.CONTENTS,
            new Elements(MoodlePart.CONTENTS, List.of("modules"), "id", Keys::module, ModuleDates::strange));

    private final Map<MoodlePart, Map<String, Missed>> missed = new LinkedHashMap<>();
    private final Set<String> keys = new HashSet<>();

    /** Returns an answer without the elements that cannot be read, and notes them. */
    Response without(Response answer) {
        Elements elements = answer.ok() ? LISTS.get(answer.call().function()) : null;
        if (elements != null) {
            takeOut(answer.json(), elements.path(), elements);
        }
        return answer;
    }

    private void takeOut(JsonNode node, List<String> path, Elements elements) {
        if (path.isEmpty()) {
            takeOut(node, elements);
        } else if (node.isArray()) {
            node.forEach(child -> takeOut(child.path(path.get(0)), path.subList(1, path.size()), elements));
        } else {
            takeOut(node.path(path.get(0)), path.subList(1, path.size()), elements);
        }
    }

    private void takeOut(JsonNode list, Elements elements) {
        if (!(list instanceof ArrayNode array)) {
            return;
        }
        for (int i = array.size() - 1; i >= 0; i--) {
            JsonNode element = array.get(i);
            Optional<String> strange = elements.strange().apply(element);
            if (strange.isPresent()) {
                note(element, elements, strange.get());
                array.remove(i);
            }
        }
    }

    private static Function<JsonNode, Optional<String>> times(String... fields) {
        return element -> Stream.of(fields)
                .filter(field -> !Json.isTime(element, field))
                .map(field -> field + " is no time: " + Json.text(element, field))
                .findFirst();
    }

    private void note(JsonNode element, Elements elements, String why) {
        String key = elements.key().apply(Json.number(element, elements.id()));
        String name = HtmlText.title(Json.text(element, "name"));
        keys.add(key);
        missed.computeIfAbsent(elements.part(), part -> new LinkedHashMap<>())
                .putIfAbsent(key, new Missed(Code.FAILED, name.isEmpty() ? key : name, why, name));
    }

    /** Returns the keys of what could not be read. */
    Set<String> keys() {
        return keys;
    }

    /** Returns what of a part could not be read and why, by key. */
    Map<String, Missed> of(@Nullable MoodlePart part) {
        return missed.getOrDefault(part, Map.of());
    }

    /**
     * Returns an observation that states again, as it was, what could not be read and what lies in it. In the calendar nothing
     * is absent then: what an event is about is not always known.
     */
    Observation kept(Observation seen, Collection<Remembered> remembered) {
        if (keys.isEmpty() || seen.completeness().level() == Level.NOT_LOOKED) {
            return seen;
        }
        Set<String> there = new HashSet<>();
        seen.sightings().forEach(sighting -> there.add(sighting.key()));
        List<Sighting> all = new ArrayList<>(seen.sightings());
        remembered.stream()
                .filter(known -> known.scope().equals(seen.scope()) && known.seen())
                .map(Remembered::sighting)
                .filter(sighting -> isUnread(sighting) && there.add(sighting.key()))
                .forEach(all::add);
        return new Observation(seen.scope(), completeness(seen), all, seen.closed(), seen.evidence());
    }

    private Completeness completeness(Observation seen) {
        boolean calendar = seen.scope().part().endsWith(MoodlePart.CALENDAR.of(""));
        Map<String, Missed> events = of(MoodlePart.CALENDAR);
        return calendar && !events.isEmpty() && seen.completeness().complete()
                ? Completeness.partial(events.values().iterator().next())
                : seen.completeness();
    }

    private boolean isUnread(Sighting sighting) {
        return keys.contains(sighting.key())
                || (sighting.within() != null && keys.contains(sighting.within().name()));
    }
}
