package dev.unitracker.moodle.internal.look;

import dev.unitracker.moodle.internal.answers.CourseContents;
import dev.unitracker.moodle.internal.answers.Courses.Course;
import dev.unitracker.moodle.internal.answers.ZoneShift.Zones;
import dev.unitracker.moodle.internal.client.Json;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Sighting;
import java.util.List;
import java.util.Optional;

/** The zone in the student's profile, which Moodle writes the dates of restrictions in. */
final class StudentsZone {

    private StudentsZone() {}

    /** Tells whether this look has to know the zone: a date is not as it was, or a full look may note it. */
    static boolean matters(Reading reading) {
        return reading.courses().stream()
                .anyMatch(course -> reading.contents(course)
                        .filter(contents -> matters(contents, course, reading))
                        .isPresent());
    }

    private static boolean matters(CourseContents contents, Course course, Reading reading) {
        return reading.look().request().full() ? contents.hasDates() : contents.hasOtherDates(before(course, reading));
    }

    private static List<Sighting> before(Course course, Reading reading) {
        return reading.contentsBefore(course).stream().map(Remembered::sighting).toList();
    }

    /** Returns what became of the zone since a course's contents were last read, and notes it for the next time. */
    static Zones sinceLastLook(Course course, Reading reading) {
        Optional<String> was = reading.memory().zone(course);
        Optional<String> is = now(reading);
        is.ifPresent(zone -> reading.memory().zone(course, zone));
        return was.isEmpty() || is.isEmpty() ? Zones.UNKNOWN : was.equals(is) ? Zones.SAME : Zones.CHANGED;
    }

    private static Optional<String> now(Reading reading) {
        return reading.good(reading.calls().profile())
                .map(answer -> Json.text(answer.json().path(0), "timezone"))
                .filter(zone -> !zone.isEmpty());
    }
}
