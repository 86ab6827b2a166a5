package dev.unitracker.moodle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.unitracker.moodle.simulator.Where;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An activity, {@code module:900} of course 2, that the recorded site does not have, and its events in the calendar. */
final class AddedActivity {

    static final String KEY = "module:900";

    private final Student student;
    private final String module;
    private String contents = "";
    private final List<String> events = new ArrayList<>();

    AddedActivity(Student student, String module) {
        this.student = student;
        this.module = module;
    }

    /** Sets further fields of the activity, in JSON with single quotes. */
    AddedActivity with(String fields) {
        contents = "," + fields;
        return this;
    }

    /** Adds an event of the activity to the calendar. */
    AddedActivity event(int id, String type, Instant start) {
        events.add("{'id':" + id + ",'name':'Encuentro','courseid':2,'groupid':null,'userid':0,'modulename':'" + module
                + "','instance':77,'eventtype':'" + type + "','timestart':" + start.getEpochSecond()
                + ",'timeduration':3600,'visible':1}");
        return this;
    }

    /** Lets the site show this, and nothing of what it was made to show before. */
    void show() {
        student.moodle.clearFailures();
        student.moodle.answer(
                Where.function("core_course_get_contents").with("courseid", 2),
                Edits.of(answer -> ((ArrayNode) answer.get(0).get("modules"))
                        .add(json("{'id':900,'instance':77,'modname':'" + module
                                + "','name':'Agregada','uservisible':true" + contents + "}"))));
        student.moodle.answer(
                Where.function("core_calendar_get_calendar_events"),
                Edits.of(answer -> events.forEach(event -> ((ArrayNode) answer.get("events")).add(json(event)))));
    }

    static JsonNode json(String text) {
        return Edits.read(text.replace('\'', '"'));
    }
}
