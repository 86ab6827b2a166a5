package dev.unitracker.moodle.internal.look;

import dev.unitracker.moodle.internal.answers.Assignments;
import dev.unitracker.moodle.internal.answers.Assignments.Assignment;
import dev.unitracker.moodle.internal.answers.CourseContents;
import dev.unitracker.moodle.internal.answers.Courses;
import dev.unitracker.moodle.internal.answers.Courses.Course;
import dev.unitracker.moodle.internal.answers.Forums;
import dev.unitracker.moodle.internal.answers.Forums.Discussion;
import dev.unitracker.moodle.internal.answers.Forums.Forum;
import dev.unitracker.moodle.internal.answers.Keys;
import dev.unitracker.moodle.internal.answers.Links;
import dev.unitracker.moodle.internal.answers.ListedModule;
import dev.unitracker.moodle.internal.answers.ModuleList;
import dev.unitracker.moodle.internal.answers.Quizzes;
import dev.unitracker.moodle.internal.answers.Quizzes.Quiz;
import dev.unitracker.moodle.internal.client.Call;
import dev.unitracker.moodle.internal.client.Response;
import dev.unitracker.moodle.internal.client.SiteAnswers;
import dev.unitracker.spi.Look;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one look read of a Moodle, for all its parts together, so that they are asked in the same batches. The answers are
 * there when it is made; what it hands out is read from them. For one thread.
 */
final class Reading {

    private final String collector;
    private final Look look;
    private final Asking asking;
    private final Calls calls;
    private final Links links;
    private final EarlierLooks memory;
    private final Shown shown;
    private final Reread<List<Course>> courses = new Reread<>();
    private final Reread<List<Assignment>> assignments = new Reread<>();
    private final Reread<List<Quiz>> quizzes = new Reread<>();
    private final Reread<List<Forum>> forums = new Reread<>();
    private final Reread<CourseContents> contents = new Reread<>();
    private final Reread<List<Sighting>> listed = new Reread<>();
    private final Vanished vanished;

    private Reading(String collector, Look look, Asking asking, Links links) {
        this.collector = collector;
        this.look = look;
        this.asking = asking;
        this.calls = new Calls(asking.site());
        this.links = links;
        this.memory = new EarlierLooks(collector, look);
        this.shown = new Shown(this);
        this.vanished = new Vanished(this);
    }

    /** Asks all that this look needs. */
    static Reading of(String collector, Look look, SiteAnswers client, Links links) {
        Reading reading = new Reading(collector, look, Asking.begin(look, client), links);
        new Plan(reading).carryOut();
        return reading;
    }

    Look look() {
        return look;
    }

    Asking asking() {
        return asking;
    }

    Calls calls() {
        return calls;
    }

    Links links() {
        return links;
    }

    EarlierLooks memory() {
        return memory;
    }

    Shown shown() {
        return shown;
    }

    Vanished vanished() {
        return vanished;
    }

    /** Returns the name of a part. */
    String nameOf(MoodlePart part) {
        return part.of(collector);
    }

    /** Tells whether one of some parts is asked for. */
    boolean asksFor(MoodlePart... parts) {
        return Stream.of(parts).map(this::nameOf).anyMatch(look.request()::asksFor);
    }

    /** Tells whether all of some parts are asked for. */
    boolean asksForAll(MoodlePart... parts) {
        return Stream.of(parts).map(this::nameOf).allMatch(look.request()::asksFor);
    }

    /** Returns the answer to a call, if it was asked in this look and no error came. */
    Optional<Response> good(Call call) {
        Response answer = asking.answer(call);
        return answer.ok() ? Optional.of(answer) : Optional.empty();
    }

    /** Returns the student's courses; those of an earlier look where the list cannot be read now, or not all of it. */
    List<Course> courses() {
        List<Course> known = read(calls.courses(), courses, answer -> Courses.read(answer.json()))
                .filter(found -> !found.isEmpty())
                .orElseGet(memory::courses);
        return asking.unread().isPartOf(calls.courses()) ? withUnread(known) : known;
    }

    private List<Course> withUnread(List<Course> read) {
        SortedMap<Long, Course> all = new TreeMap<>();
        memory.courses().forEach(course -> all.put(course.id(), course));
        read.forEach(course -> all.put(course.id(), course));
        return List.copyOf(all.values());
    }

    List<Assignment> assignments() {
        return read(calls.assignments(), assignments, answer -> Assignments.read(answer.json()))
                .orElse(List.of());
    }

    List<Quiz> quizzes() {
        return read(calls.quizzes(), quizzes, answer -> Quizzes.read(answer.json()))
                .orElse(List.of());
    }

    List<Forum> forums() {
        return read(calls.forums(), forums, answer -> Forums.read(answer.json()))
                .orElse(List.of());
    }

    /** Returns the contents of a course, if they were read in this look. */
    Optional<CourseContents> contents(Course course) {
        return read(
                calls.contents(course.id()), contents, answer -> new CourseContents(course.id(), answer.json(), links));
    }

    /** Returns Moodle's names of all modules in the contents that were read in this look. */
    Set<String> modnames() {
        return courses().stream()
                .flatMap(course -> contents(course).stream())
                .flatMap(contents -> contents.modules().stream())
                .map(ListedModule::modname)
                .collect(Collectors.toSet());
    }

    private <T> Optional<T> read(Call call, Reread<T> before, Function<Response, T> reader) {
        return asking.read(call, answer -> before.of(answer, reader));
    }

    /** Returns what the list of all assignments shows; empty if it was not read in this look. */
    List<Sighting> listedAssignments() {
        return listed.of(asking.answer(calls.assignments()), answer -> Assignments.sightings(assignments(), links));
    }

    /** Returns what the list of all quizzes shows; empty if it was not read in this look. */
    List<Sighting> listedQuizzes() {
        return listed.of(asking.answer(calls.quizzes()), answer -> Quizzes.sightings(quizzes(), links));
    }

    /** Returns what the list of all forums shows; empty if it was not read in this look. */
    List<Sighting> listedForums() {
        return listed.of(asking.answer(calls.forums()), answer -> Forums.sightings(forums(), links));
    }

    /** Returns what the list of all modules of a type shows; empty if it was not read in this look. */
    List<Sighting> listedModules(String modname) {
        return good(calls.modules(modname))
                .map(answer -> listed.of(answer, modules -> ModuleList.sightings(modname, modules.json(), links)))
                .orElse(List.of());
    }

    /** Returns the pages of a forum's discussions that were asked in this look, in order. */
    List<Response> pages(Forum forum) {
        List<Response> pages = new ArrayList<>();
        for (int page = 0; asking.asked(calls.discussions(forum, page)); page++) {
            Response answer = asking.answer(calls.discussions(forum, page));
            pages.add(answer);
            if (!answer.ok()) {
                break;
            }
        }
        return pages;
    }

    /** Returns the discussions of a forum that were read in this look, each once. */
    Collection<Discussion> discussions(Forum forum) {
        Map<Long, Discussion> discussions = new LinkedHashMap<>();
        for (Response page : pages(forum)) {
            // Somebody may write while it is read; then a page begins with what the page before ended with.
            Forums.discussions(forum, page.json()).forEach(found -> discussions.putIfAbsent(found.id(), found));
        }
        return discussions.values();
    }

    /** Returns what earlier looks saw in a scope. */
    List<Remembered> remembered(Scope scope) {
        return memory.recall(scope.toString()).stream()
                .filter(known -> known.scope().equals(scope))
                .toList();
    }

    /** Returns what earlier looks saw in the contents of a course. */
    List<Remembered> contentsBefore(Course course) {
        return remembered(new Scope(nameOf(MoodlePart.CONTENTS), "contents/" + Keys.course(course.id())));
    }
}
