package dev.unitracker.moodle.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a real Moodle answered to one student, at several moments (steps) of one course of events. Immutable, read once
 * into memory and shared; safe for use by several threads.
 */
public final class Recording {
    private final List<Step> steps;

    Recording(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /** Returns the five steps of a short story in which every change was made by hand and is known. */
    public static Recording demo() {
        return Demo.LOADED;
    }

    /** Returns the forty-one steps of a term, with four labelled random edits between each. */
    public static Recording term() {
        return Term.LOADED;
    }

    /** Returns how many steps there are; they are numbered from 0. */
    public int steps() {
        return steps.size();
    }

    /**
     * Returns when a step was recorded.
     *
     * @throws IndexOutOfBoundsException if there is no such step
     */
    public Instant recordedAt(int step) {
        return step(step).recordedAt();
    }

    /**
     * Returns what was done between the step before and this one, in order; empty where edits were not labelled.
     *
     * @throws IndexOutOfBoundsException if there is no such step
     */
    public List<Edit> edits(int step) {
        return step(step).edits();
    }

    Step step(int step) {
        Objects.checkIndex(step, steps.size());
        return steps.get(step);
    }

    /** A call as it was recorded. */
    record Call(String function, JsonNode arguments, String path) {}

    /** Everything at one moment, answers by path. */
    record Step(Instant recordedAt, List<Call> calls, List<Edit> edits, Map<String, Supplier<byte[]>> answers) {
        Step {
            calls = List.copyOf(calls);
            edits = List.copyOf(edits);
            answers = Map.copyOf(answers);
        }

        Optional<Supplier<byte[]>> answer(String path) {
            return Optional.ofNullable(answers.get(path));
        }

        Optional<byte[]> bytes(String path) {
            return answer(path).map(Supplier::get);
        }

        Optional<String> text(String path) {
            return bytes(path).map(body -> new String(body, StandardCharsets.UTF_8));
        }

        Set<String> paths() {
            return answers.keySet();
        }
    }

    private static final class Demo {
        private static final Recording LOADED = Archive.read("moodle-4.5.zip");
    }

    private static final class Term {
        private static final Recording LOADED = Archive.read("term-4.5.zip");
    }
}
