package dev.unitracker.moodle.internal.look;

import dev.unitracker.moodle.internal.answers.Courses.Course;
import dev.unitracker.moodle.internal.answers.Grades;
import dev.unitracker.moodle.internal.answers.Keys;
import dev.unitracker.spi.Sha256;
import dev.unitracker.spi.Sighting;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What the overview of all courses shows of one course, as one text. If it moves, the course is read, although Moodle's
 * own updates do not tell of it: they see no deletion, no override, no hiding.
 */
final class Fingerprint {

    private Fingerprint() {}

    static String of(Course course, Reading reading) {
        List<String> lines = new ArrayList<>();
        add(lines, course, reading.listedAssignments());
        add(lines, course, reading.listedQuizzes());
        add(lines, course, reading.listedForums());
        add(lines, course, reading.listedModules("page"));
        reading.good(reading.calls().totals())
                .map(answer -> Grades.overview(answer.json()).getOrDefault(course.id(), ""))
                .ifPresent(total -> lines.add("total " + total));
        lines.sort(null);
        return Sha256.of(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private static void add(List<String> lines, Course course, List<Sighting> sightings) {
        sightings.stream()
                .filter(sighting -> Keys.course(course.id()).equals(sighting.course()))
                .forEach(sighting -> lines.add(sighting.key() + " " + sighting.fields()));
    }
}
