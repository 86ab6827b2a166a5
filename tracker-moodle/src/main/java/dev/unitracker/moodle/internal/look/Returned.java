package dev.unitracker.moodle.internal.look;

import dev.unitracker.moodle.internal.answers.Courses.Course;
import dev.unitracker.moodle.internal.answers.ListedModule;
import dev.unitracker.moodle.internal.client.Call;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The activities that are back: removed, out of sight or closed when their course was last read, and open now. They are read as
 * what is new is, because nothing tells what was done to them meanwhile. For one thread.
 */
final class Returned {

    private final Reading reading;
    private final Set<Long> back = new HashSet<>();

    Returned(Reading reading) {
        this.reading = reading;
    }

    /** Asks what only a first reading asks. Once the contents of the courses that moved are there. */
    void ask() {
        List<Call> calls = new ArrayList<>();
        for (Course course : reading.courses()) {
            List<Long> found = reading.contents(course).stream()
                    .flatMap(contents -> contents.modules().stream())
                    .filter(module -> !module.restricted() && reading.memory().wasAway(module.cmid()))
                    .map(ListedModule::cmid)
                    .toList();
            back.addAll(found);
            if (!found.isEmpty() && reading.asksFor(MoodlePart.GRADES)) {
                calls.add(reading.calls().grades(course.id()));
            }
        }
        calls.addAll(ofActivities());
        reading.asking().ask(calls);
    }

    private List<Call> ofActivities() {
        List<Call> calls = new ArrayList<>();
        if (reading.asksFor(MoodlePart.ASSIGNMENTS)) {
            reading.assignments().stream()
                    .filter(assignment -> has(assignment.cmid()))
                    .forEach(assignment -> calls.add(reading.calls().submission(assignment)));
        }
        if (reading.asksFor(MoodlePart.QUIZZES)) {
            reading.quizzes().stream()
                    .filter(quiz -> has(quiz.cmid()))
                    .forEach(quiz -> calls.add(reading.calls().attempts(quiz)));
        }
        if (reading.asksFor(MoodlePart.FORUMS)) {
            reading.forums().stream()
                    .filter(forum -> has(forum.cmid()))
                    .forEach(forum -> calls.add(reading.calls().discussions(forum, 0)));
        }
        return calls;
    }

    /** Tells whether an activity is back. */
    boolean has(long cmid) {
        return back.contains(cmid);
    }
}
