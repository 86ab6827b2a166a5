package dev.unitracker;

import dev.unitracker.model.Evidence;
import dev.unitracker.model.ItemType;
import dev.unitracker.spi.Answer;
import dev.unitracker.spi.Collector;
import dev.unitracker.spi.Kept;
import dev.unitracker.spi.Look;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import dev.unitracker.spi.Sink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Courses with files, and a collector of them that reads a file only once, as that of Moodle does. Each answer says how often
 * it was asked, which nobody reads: no two answers are the same.
 */
final class Library implements Collector {

    static final String NAME = "library";

    private static final String TEXTS = "texts/";

    private final Map<Integer, List<String>> shelves = new TreeMap<>();
    private final List<String> asked = new ArrayList<>();
    private int answers;

    /** Shows the titles of a course's files in place of those that it shows. */
    Library shows(int course, String... titles) {
        shelves.put(course, List.of(titles));
        return this;
    }

    /** Returns what was asked since this was called last, in order. */
    List<String> asked() {
        List<String> since = List.copyOf(asked);
        asked.clear();
        return since;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void collect(Look look, Sink sink) {
        Set<String> read = look.memory().recall(NAME + "/" + TEXTS).stream()
                .map(Remembered::scope)
                .map(Scope::key)
                .collect(Collectors.toCollection(TreeSet::new));
        Answered shelf = ask(
                look, "courses", shelves.keySet().stream().map(String::valueOf).toList());
        for (String course : shelf.lines()) {
            Answered list = ask(look, "list " + course, shelves.getOrDefault(Integer.valueOf(course), List.of()));
            Map<String, Sighting> files = files(course, list);
            sink.observe(Observation.complete(
                    new Scope(NAME, "list/course:" + course), List.copyOf(files.values()), list.evidence()));
            files.keySet().stream()
                    .filter(key -> !read.contains(TEXTS + key))
                    .forEach(key -> sink.observe(text(look, course, key)));
        }
    }

    private static Map<String, Sighting> files(String course, Answered list) {
        Map<String, Sighting> files = new LinkedHashMap<>();
        for (String title : list.lines()) {
            String key = "file:" + course + ":" + title.split(" ", -1)[0];
            files.put(
                    key,
                    Sighting.of(key, ItemType.MATERIAL_FILE)
                            .course("course:" + course)
                            .title(title)
                            .build());
        }
        return files;
    }

    private Observation text(Look look, String course, String key) {
        Answered text = ask(look, "read " + key, List.of("What " + key + " says"));
        Sighting sighting = Sighting.about(key)
                .course("course:" + course)
                .body(text.lines().get(0))
                .build();
        return Observation.complete(new Scope(NAME, TEXTS + key), List.of(sighting), text.evidence());
    }

    private record Answered(List<String> lines, Evidence evidence) {}

    private Answered ask(Look look, String request, List<String> lines) {
        Kept kept = look.archive().ask(request, () -> answer(request, lines));
        return new Answered(kept.text().lines().skip(1).toList(), kept.evidence(NAME));
    }

    private Answer answer(String request, List<String> lines) {
        asked.add(request);
        answers++;
        return Answer.of("text/plain", "answer " + answers + "\n" + String.join("\n", lines));
    }
}
