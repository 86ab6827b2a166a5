package dev.unitracker.benchmarks;

import dev.unitracker.model.DateRule;
import dev.unitracker.model.ItemType;
import dev.unitracker.spi.Answer;
import dev.unitracker.spi.Collector;
import dev.unitracker.spi.Kept;
import dev.unitracker.spi.Look;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import dev.unitracker.spi.Sink;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A source without a network: courses full of assignments, some of whose deadlines move from look to look. */
final class Syllabus implements Collector {

    private static final Instant DUE = Instant.parse("2026-12-20T23:59:00Z");

    private final int courses;
    private final int itemsEach;
    private final int movingEach;
    private int round;

    /**
     * Makes a source.
     *
     * @param movingEach how many deadlines of each course move at each {@link #nextRound}
     */
    Syllabus(int courses, int itemsEach, int movingEach) {
        this.courses = courses;
        this.itemsEach = itemsEach;
        this.movingEach = movingEach;
    }

    Syllabus nextRound(int next) {
        round = next;
        return this;
    }

    @Override
    public String name() {
        return "syllabus";
    }

    @Override
    public void collect(Look look, Sink sink) {
        for (int course = 0; course < courses; course++) {
            List<Sighting> sightings = sightings(course);
            String request = "contents courseid=" + course;
            Kept kept = look.archive().ask(request, () -> Answer.of("text/plain", sightings.toString()));
            sink.observe(Observation.complete(
                    new Scope(name(), "contents/course:" + course), sightings, kept.evidence(name())));
        }
    }

    private List<Sighting> sightings(int course) {
        List<Sighting> sightings = new ArrayList<>();
        for (int number = 0; number < itemsEach; number++) {
            Duration moved = number < movingEach ? Duration.ofMinutes(round) : Duration.ZERO;
            sightings.add(Sighting.of("module:" + (course * itemsEach + number), ItemType.ASSIGNMENT)
                    .course("course:" + course)
                    .title("Trabajo práctico " + number)
                    .body("Resolver los ejercicios de la guía " + number + " y entregarlos en un solo documento.")
                    .due(DUE.plus(Duration.ofHours(number)).plus(moved), DateRule.ACTIVITY)
                    .build());
        }
        return sightings;
    }
}
