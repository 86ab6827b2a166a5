package dev.unitracker.moodle.internal.look;

import dev.unitracker.moodle.internal.answers.Forums;
import dev.unitracker.moodle.internal.answers.Forums.Discussion;
import dev.unitracker.moodle.internal.answers.Forums.Forum;
import dev.unitracker.moodle.internal.answers.Keys;
import dev.unitracker.moodle.internal.answers.ModuleList;
import dev.unitracker.moodle.internal.client.Call;
import dev.unitracker.moodle.internal.client.Response;
import java.util.SortedSet;
import java.util.TreeSet;

/** What failed in a look: the next asks it again, even if nothing there seems to have moved since. */
final class Owed {

    private final Reading reading;
    private final SortedSet<String> owed = new TreeSet<>();

    private Owed(Reading reading) {
        this.reading = reading;
    }

    /** Returns the name under which the list of a module's activities is owed; all else has its source key. */
    static String list(String modname) {
        return "list " + modname;
    }

    /** Returns what failed in a reading. */
    static SortedSet<String> of(Reading reading) {
        Owed owed = new Owed(reading);
        owed.courses();
        owed.activities();
        owed.lists();
        return owed.owed;
    }

    private void courses() {
        reading.courses().forEach(course -> {
            owe(
                    Keys.course(course.id()),
                    reading.asking().isOwed(reading.calls().contents(course.id())));
            owe(
                    Keys.course(course.id()),
                    reading.asking().isOwed(reading.calls().grades(course.id())));
        });
    }

    private void activities() {
        reading.assignments()
                .forEach(known -> owe(
                        Keys.module(known.cmid()),
                        reading.asking().isOwed(reading.calls().submission(known))));
        reading.quizzes()
                .forEach(known -> owe(
                        Keys.module(known.cmid()),
                        reading.asking().isOwed(reading.calls().attempts(known))));
        reading.forums().forEach(forum -> owe(Keys.module(forum.cmid()), failed(forum)));
    }

    private boolean failed(Forum forum) {
        boolean page = reading.pages(forum).stream().map(Response::call).anyMatch(reading.asking()::isOwed);
        return page || reading.discussions(forum).stream().anyMatch(this::lacksReplies);
    }

    private boolean lacksReplies(Discussion discussion) {
        Call call = reading.calls().posts(discussion);
        boolean all = reading.good(call)
                .map(answer -> Forums.hasAll(discussion, answer.json()))
                .orElse(true);
        return !all || reading.asking().isOwed(call);
    }

    private void lists() {
        ModuleList.FUNCTIONS
                .keySet()
                .forEach(modname -> owe(
                        list(modname), reading.asking().isOwed(reading.calls().modules(modname))));
    }

    private void owe(String what, boolean failed) {
        if (failed) {
            owed.add(what);
        }
    }
}
