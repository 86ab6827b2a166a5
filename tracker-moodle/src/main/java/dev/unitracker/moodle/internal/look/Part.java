package dev.unitracker.moodle.internal.look;

import dev.unitracker.model.Evidence;
import dev.unitracker.moodle.internal.answers.Courses.Course;
import dev.unitracker.moodle.internal.answers.Keys;
import dev.unitracker.moodle.internal.client.Answer;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import java.util.List;
import java.util.function.Consumer;

/** One collector's part of a reading: which of the answers are its, and what they say. */
abstract class Part {

    private final String name;

    Part(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    abstract void observe(Reading reading, Consumer<Observation> observations);

    Scope scope(String key) {
        return new Scope(name, key);
    }

    Scope scope(String key, Course course) {
        return scope(key + "/" + Keys.course(course.id()));
    }

    Evidence evidence(Answer answer) {
        return new Evidence(name, answer.call().describe(), answer.artifact());
    }

    Observation complete(Scope scope, List<Sighting> sightings, Answer answer) {
        return Observation.complete(scope, sightings, evidence(answer));
    }

    Observation failed(Scope scope, String what, Answer answer) {
        return Observation.notLooked(scope, what + ": " + answer.error());
    }

    static List<Sighting> ofCourse(List<Sighting> sightings, Course course) {
        return sightings.stream()
                .filter(sighting -> Keys.course(course.id()).equals(sighting.course()))
                .toList();
    }
}
