package dev.unitracker.moodle;

import dev.unitracker.model.Change;
import dev.unitracker.moodle.simulator.Recording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What happened in a recording, as the ledger of a run tells it that nothing disturbed, after each step. */
final class Truth {

    private final List<Told> steps = new ArrayList<>();
    private final Map<Integer, Told> strangers = new HashMap<>();
    private final Recording recording;

    private Truth(Recording recording) {
        this.recording = recording;
    }

    /** Plays a recording, each step looked at twice. */
    static Truth of(Recording recording) {
        Truth truth = new Truth(recording);
        try (Student student = Student.of(recording)) {
            Told told = new Told(student.moodle.url());
            for (int step = 0; step < recording.steps(); step++) {
                student.moodle.moveTo(step);
                student.look().changes().forEach(told::add);
                student.look().changes().forEach(told::add);
                truth.steps.add(new Told(told));
            }
        }
        return truth;
    }

    Told at(int step) {
        return steps.get(step);
    }

    /** Returns what somebody knows who looks for the first time at a step: a site does not show all that it showed before. */
    Told toAStranger(int step) {
        return strangers.computeIfAbsent(step, any -> {
            try (Student student = Student.of(recording)) {
                Told told = new Told(student.moodle.url());
                student.moodle.moveTo(step);
                student.look().changes().forEach(told::add);
                return told;
            }
        });
    }

    /**
     * Returns the first of some steps at which a field had a value; -1 if it never had.
     *
     * @param first the first step that counts
     * @param last the last one
     */
    int stepOf(Change change, String field, String value, int first, int last) {
        for (int step = first; step <= last; step++) {
            if (at(step).value(change.item().key(), field).equals(value)) {
                return step;
            }
        }
        return -1;
    }
}
