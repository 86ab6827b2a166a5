package dev.unitracker.moodle.internal.look;

import dev.unitracker.model.Field;
import dev.unitracker.moodle.internal.answers.Assignments.Assignment;
import dev.unitracker.moodle.internal.answers.Keys;
import dev.unitracker.moodle.internal.answers.ListedModule;
import dev.unitracker.moodle.internal.answers.Quizzes.Quiz;
import dev.unitracker.moodle.internal.client.Call;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The activities of which the student's own submission or attempt tells whether they are done. There it does not count
 * that Moodle calls one complete because it was looked at: what is still to be handed in must not fall silent.
 */
final class OwnWork {

    private final Reading reading;
    private final Map<String, Call> calls = new HashMap<>();

    OwnWork(Reading reading) {
        this.reading = reading;
        if (reading.asksFor(MoodlePart.ASSIGNMENTS)) {
            reading.assignments().stream()
                    .filter(Assignment::takesSubmissions)
                    .forEach(known ->
                            calls.put(Keys.module(known.cmid()), reading.calls().submission(known)));
        }
        if (reading.asksFor(MoodlePart.QUIZZES)) {
            for (Quiz known : reading.quizzes()) {
                calls.put(Keys.module(known.cmid()), reading.calls().attempts(known));
            }
        }
    }

    /** Returns sightings of listed modules that leave it to the student's own work whether it is done. */
    List<Sighting> decides(List<Sighting> sightings, List<ListedModule> modules) {
        Set<String> looked = modules.stream()
                .filter(ListedModule::completeByLooking)
                .map(module -> Keys.module(module.cmid()))
                .filter(key -> isKnown(key) || isAskedFor(key))
                .collect(Collectors.toSet());
        return sightings.stream()
                .map(sighting -> looked.contains(sighting.key()) ? withoutCompletion(sighting) : sighting)
                .toList();
    }

    private boolean isKnown(String key) {
        return states(MoodlePart.ASSIGNMENTS, "submission/" + key) || states(MoodlePart.QUIZZES, "attempts/" + key);
    }

    private boolean states(MoodlePart part, String key) {
        return reading.remembered(new Scope(reading.nameOf(part), key)).stream()
                .map(Remembered::sighting)
                .anyMatch(seen -> seen.stated(Field.COMPLETION).isPresent());
    }

    /** It is asked now, or will be when it opens. */
    private boolean isAskedFor(String key) {
        Call call = calls.get(key);
        return call != null
                && reading.asking().site().offers(call.function())
                && !reading.asking().failed(call);
    }

    private static Sighting withoutCompletion(Sighting seen) {
        SortedMap<String, String> fields = new TreeMap<>(seen.fields());
        fields.remove(Field.COMPLETION.key());
        return seen.with(fields, seen.memo());
    }
}
