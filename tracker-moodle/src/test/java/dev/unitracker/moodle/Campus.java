package dev.unitracker.moodle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.unitracker.moodle.simulator.Failure;
import dev.unitracker.moodle.simulator.MoodleSimulator;
import dev.unitracker.moodle.simulator.Recording;
import dev.unitracker.moodle.simulator.Where;
import dev.unitracker.spi.Collector;
import dev.unitracker.testkit.TestSource;
import java.time.Instant;
import java.util.Set;
import java.util.stream.IntStream;

/** The site of the short story as a source of the contract. */
final class Campus implements TestSource {

    private final MoodleSimulator moodle =
            MoodleSimulator.playing(Recording.demo()).start();
    private int added;

    @Override
    public Collector collector() {
        return Student.collector(moodle, site -> site.token(moodle.token()));
    }

    @Override
    public void add() {
        added++;
        show();
    }

    private void show() {
        moodle.clearFailures();
        moodle.answer(
                Where.function("core_course_get_contents").with("courseid", 2),
                Edits.of(answer -> IntStream.rangeClosed(1, added)
                        .forEach(number -> ((ArrayNode) answer.get(0).get("modules"))
                                .insert(
                                        0,
                                        AddedActivity.json("{'id':" + (900 + number) + ",'instance':" + number
                                                + ",'modname':'label','name':'Aviso " + number
                                                + "','uservisible':true}")))));
    }

    @Override
    public void fail(Breakdown how) {
        moodle.fail(
                Where.everything(),
                switch (how) {
                    case DOWN -> Failure.dropped();
                    case LOGIN_PAGE -> Failure.loginPage();
                    case CUT_SHORT -> Failure.truncated();
                });
    }

    @Override
    public void recover() {
        show();
    }

    @Override
    public int requests() {
        return moodle.requests();
    }

    @Override
    public Set<String> secrets() {
        return Set.of(moodle.token(), moodle.password());
    }

    @Override
    public Instant now() {
        return moodle.now();
    }

    @Override
    public void close() {
        moodle.close();
    }
}
