package dev.unitracker.moodle.internal.look;

import dev.unitracker.model.Field;
import dev.unitracker.moodle.internal.answers.CourseContents;
import dev.unitracker.moodle.internal.answers.Courses.Course;
import dev.unitracker.moodle.internal.answers.Keys;
import dev.unitracker.moodle.internal.answers.ListedModule;
import dev.unitracker.moodle.internal.answers.ModuleList;
import dev.unitracker.moodle.internal.answers.StillTold;
import dev.unitracker.moodle.internal.client.Call;
import dev.unitracker.moodle.internal.client.Response;
import dev.unitracker.run.Level;
import dev.unitracker.run.Missed;
import dev.unitracker.run.Missed.Code;
import dev.unitracker.spi.Completeness;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import dev.unitracker.spi.Sink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Sections, activities and files of each course, and the activities' introductions. */
final class ContentsPart extends PartReader {

    private static final Set<Field> TOLD_SOMETIMES = Set.of(Field.FILE_VERSION, Field.BODY, Field.INTRODUCTION);

    /** The name of the scope of the texts of a course's sections. */
    static final String SECTIONS = "sections";

    ContentsPart(String collector) {
        super(MoodlePart.CONTENTS, collector);
    }

    @Override
    void observe(Reading reading, Sink sink) {
        for (Course course : reading.courses()) {
            if (reading.asking().asked(reading.calls().contents(course.id()))) {
                readOne(
                        "contents/" + Keys.course(course.id()),
                        "contents of ",
                        course.name(),
                        sink,
                        () -> contents(course, reading, sink));
            }
        }
        for (String modname : new TreeSet<>(ModuleList.FUNCTIONS.keySet())) {
            Call call = reading.calls().modules(modname);
            boolean offered = reading.asking().site().offers(call.function());
            if (offered && reading.asking().asked(call)) {
                Response answer = reading.asking().answer(call);
                readOne(
                        modname,
                        "texts of activities: ",
                        modname,
                        sink,
                        () -> introductions(modname, answer, reading, sink));
            }
        }
    }

    private void contents(Course course, Reading reading, Sink sink) {
        Response answer = reading.asking().answer(reading.calls().contents(course.id()));
        Scope scope = scope("contents", course);
        if (!answer.ok()) {
            sink.observe(failed(scope, "contents of ", course.name(), answer));
            return;
        }
        CourseContents contents = new CourseContents(course.id(), answer.json(), reading.links());
        List<Remembered> remembered = reading.remembered(scope);
        contents.closeWithin(remembered.stream()
                .filter(Remembered::seen)
                .map(Remembered::sighting)
                .toList());
        Completeness completeness = completeness(contents, course, reading);
        sink.observe(new Observation(
                scope,
                completeness,
                sightings(contents, course, remembered, reading, sink),
                closed(contents, course, reading),
                evidence(answer)));
        // A scope of their own, so that on a site long known what teachers wrote long ago is no news.
        sink.observe(new Observation(
                scope(SECTIONS, course),
                completeness,
                distinct(contents.sectionTexts()),
                contents.closed(),
                evidence(answer)));
    }

    /** Sections that came without an activity may be all there is; other answers may contradict it, or confirm it. */
    private static Completeness completeness(CourseContents contents, Course course, Reading reading) {
        if (reading.vanished().leavesOpen(course)) {
            return Completeness.doubted(new Missed(
                    Code.NOT_WITNESSED,
                    "contents of " + course.name(),
                    "came without activities of which the site does not say whether they are gone",
                    course.name()));
        }
        if (contents.showsSomething()) {
            return Completeness.witnessed("other activities in the same answer");
        }
        if (!reading.shown().elsewhere(course).isEmpty()) {
            return Completeness.partial(new Missed(
                    Code.CONTRADICTED,
                    "contents of " + course.name(),
                    "came without the activities that other answers show; nothing is taken as removed",
                    course.name()));
        }
        return reading.shown().isNamedWithAssignments(course)
                ? Completeness.witnessed("the course in the list of assignments")
                : Completeness.COMPLETE;
    }

    private List<Sighting> sightings(
            CourseContents contents, Course course, List<Remembered> remembered, Reading reading, Sink sink) {
        List<Sighting> told = stillTold(contents, remembered, reading, sink);
        List<Sighting> sightings = new ArrayList<>(new OwnWork(reading).decides(told, contents.modules()));
        Set<String> seen = sightings.stream().map(Sighting::key).collect(Collectors.toCollection(HashSet::new));
        for (Sighting unlisted : reading.vanished().sightings(course)) {
            if (seen.add(unlisted.key())) {
                sightings.add(unlisted);
            }
        }
        remembered.stream()
                .filter(known ->
                        !known.gone() && !seen.contains(known.sighting().key()))
                .flatMap(known -> contents.shutIn(known.sighting()).stream())
                .forEach(sightings::add);
        return sinceLastLook(sightings, remembered, reading, StudentsZone.sinceLastLook(course, reading));
    }

    private List<Sighting> stillTold(CourseContents contents, List<Remembered> remembered, Reading reading, Sink sink) {
        Map<String, Sighting> before = new HashMap<>();
        remembered.forEach(known -> before.put(known.sighting().key(), known.sighting()));
        Map<String, ListedModule> modules = new HashMap<>();
        contents.modules().forEach(module -> modules.putIfAbsent(Keys.module(module.cmid()), module));
        Held held = new Held(reading.look());
        return contents.sightings().stream()
                .map(seen -> {
                    ListedModule module = modules.get(seen.key());
                    Sighting was = before.get(seen.key());
                    return module == null || was == null
                            ? seen
                            : dated(module, StillTold.in(module, seen, was), was, held, sink);
                })
                .toList();
    }

    private Sighting dated(ListedModule module, Sighting seen, Sighting was, Held held, Sink sink) {
        String what = "dates/" + seen.key();
        if (!StillTold.lostDates(module, was)) {
            held.forget(what);
            return seen;
        }
        if (held.isBelieved(what)) {
            return seen;
        }
        String name = seen.stated(Field.TITLE).orElse(seen.key());
        sink.observe(Observation.notLooked(
                scope(what),
                new Missed(
                        Code.NOT_WITNESSED, name, "came without its dates; they are taken to be as they were", name)));
        return StillTold.withDates(seen, was);
    }

    /** What other answers show and the contents do not is there, and so are its files. */
    private static Set<String> closed(CourseContents contents, Course course, Reading reading) {
        Set<String> closed = new TreeSet<>(contents.closed());
        closed.addAll(reading.shown().elsewhere(course));
        closed.addAll(reading.vanished().stillThere(course));
        contents.modules().stream()
                .filter(module -> !module.restricted())
                .forEach(module -> closed.remove(Keys.module(module.cmid())));
        return closed;
    }

    private void introductions(String modname, Response answer, Reading reading, Sink sink) {
        if (!answer.ok()) {
            sink.observe(failed(scope(modname), "texts of all " + modname + " activities", answer));
            return;
        }
        List<Sighting> sightings = reading.listedModules(modname);
        ActivityList list = new ActivityList("texts of " + modname + " activities", sightings, answer, reading);
        for (Course course : reading.courses()) {
            Scope scope = scope(modname, course);
            Completeness completeness = list.completeness(scope, course);
            // That the contents of the course failed, or the list of courses is not whole, is said already.
            boolean said = reading.asking().failed(reading.calls().contents(course.id()))
                    || reading.asking().unread().isPartOf(reading.calls().courses());
            if (completeness.level() != Level.NOT_LOOKED || !said) {
                sink.observe(observation(
                        scope,
                        // A lesson's introduction is told only while it is open.
                        withWhatWasTold(list.of(course), scope, TOLD_SOMETIMES, reading),
                        answer,
                        completeness));
            }
        }
    }
}
