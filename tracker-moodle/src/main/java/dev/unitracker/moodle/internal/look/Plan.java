package dev.unitracker.moodle.internal.look;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.moodle.internal.answers.Assignments;
import dev.unitracker.moodle.internal.answers.Assignments.Assignment;
import dev.unitracker.moodle.internal.answers.Courses.Course;
import dev.unitracker.moodle.internal.answers.Forums;
import dev.unitracker.moodle.internal.answers.Forums.Discussion;
import dev.unitracker.moodle.internal.answers.Forums.Forum;
import dev.unitracker.moodle.internal.answers.Keys;
import dev.unitracker.moodle.internal.answers.ListedModule;
import dev.unitracker.moodle.internal.answers.ModuleList;
import dev.unitracker.moodle.internal.answers.Updates;
import dev.unitracker.moodle.internal.client.Call;
import dev.unitracker.moodle.internal.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What a look asks, in four rounds, each in as few requests as the site allows: the overview of all courses; what moved,
 * and what moves without telling; the courses that moved; what is known to be asked only then.
 */
final class Plan {

    /** Moodle compares strictly and to the second; what happened while we asked must not be lost. */
    private static final Duration OVERLAP = Duration.ofSeconds(5);

    /**
     * Up to so many courses their contents cost the site no more than to ask what moved in them, and they also show what
     * updates never tell: what was deleted, hidden, shown or restricted.
     */
    private static final int FEW_COURSES = 10;

    /** A forum of more discussions than any real one has is read so far and no further. */
    private static final int MOST_PAGES = 200;

    private final Reading reading;
    private final Asking asking;
    private final Calls calls;
    private final EarlierLooks memory;
    private final Returned returned;
    private final Turn turn;
    private final Map<Long, Updates> updates = new HashMap<>();
    private Set<Long> stirred = new HashSet<>();

    Plan(Reading reading) {
        this.reading = reading;
        this.asking = reading.asking();
        this.calls = reading.calls();
        this.memory = reading.memory();
        this.returned = new Returned(reading);
        this.turn = new Turn(reading);
    }

    void carryOut() {
        reading.look().progress("reading the overview of all courses");
        asking.ask(overview());
        List<Course> courses = reading.courses();
        reading.look().progress("reading what moved in " + courses.size() + " courses");
        asking.ask(full() ? movements(courses) : turn.with(movements(courses)));
        stirred = stirred(courses);
        if (!stirred.isEmpty()) {
            reading.look().progress("reading what is new in " + stirred.size() + " of them");
        }
        asking.ask(details(courses));
        returned.ask();
        furtherPages();
        asking.ask(followUps());
        if (reading.asksFor(MoodlePart.CONTENTS)) {
            reading.vanished().ask();
        }
        remember(courses);
    }

    private boolean full() {
        return reading.look().request().full();
    }

    private List<Call> overview() {
        List<Call> overview = new ArrayList<>(List.of(calls.courses(), calls.assignments(), calls.quizzes()));
        overview.addAll(List.of(calls.forums(), calls.totals(), calls.groups(), calls.modules("page")));
        ModuleList.FUNCTIONS.keySet().stream()
                .filter(modname -> memory.owes(Owed.list(modname))
                        || (full() && memory.modnames().contains(modname)))
                .sorted()
                .forEach(modname -> overview.add(calls.modules(modname)));
        return overview;
    }

    private List<Call> movements(List<Course> courses) {
        List<Call> movements = new ArrayList<>();
        for (Course course : courses) {
            memory.checkpoint(course).ifPresent(since -> movements.add(calls.updates(course.id(), since)));
            if (full() || memory.checkpoint(course).isEmpty()) {
                movements.addAll(ofCourse(course));
            } else if (courses.size() <= FEW_COURSES && reading.asksFor(MoodlePart.CONTENTS)) {
                movements.add(calls.contents(course.id()));
            }
        }
        if (reading.asksFor(MoodlePart.CALENDAR)) {
            movements.add(calendar(courses));
        }
        Instant now = reading.look().request().startedAt();
        if (reading.asksFor(MoodlePart.ASSIGNMENTS)) {
            reading.assignments().stream()
                    .filter(assignment -> full() || mayMove(assignment, now) || owes(assignment.cmid()))
                    .forEach(assignment -> movements.add(calls.submission(assignment)));
        }
        if (reading.asksFor(MoodlePart.QUIZZES)) {
            reading.quizzes().stream()
                    .filter(quiz -> full() || quiz.open(now) || owes(quiz.cmid()))
                    .forEach(quiz -> movements.add(calls.attempts(quiz)));
        }
        if (full() && reading.asksFor(MoodlePart.FORUMS)) {
            reading.forums().forEach(forum -> movements.add(calls.discussions(forum, 0)));
        }
        return movements;
    }

    /** The student's own extension may reach far beyond the dates of all. */
    private boolean mayMove(Assignment assignment, Instant now) {
        return assignment.open(now)
                || memory.submissionDue(assignment.cmid())
                        .filter(due -> !Assignments.over(due, now))
                        .isPresent();
    }

    private Call calendar(List<Course> courses) {
        return CalendarPart.call(reading, courses);
    }

    private List<Call> ofCourse(Course course) {
        List<Call> details = new ArrayList<>();
        if (reading.asksFor(MoodlePart.CONTENTS, MoodlePart.FILES)) {
            details.add(calls.contents(course.id()));
        }
        if (reading.asksFor(MoodlePart.GRADES)) {
            details.add(calls.grades(course.id()));
        }
        return details;
    }

    private Set<Long> stirred(List<Course> courses) {
        Set<Long> found = new HashSet<>();
        for (Course course : courses) {
            boolean moved = memory.checkpoint(course)
                    .map(since -> moved(course, calls.updates(course.id(), since)))
                    .orElse(true);
            String fingerprint = Fingerprint.of(course, reading);
            boolean unfinished = memory.awaitsProof(course) || memory.owes(Keys.course(course.id()));
            if (moved || unfinished || !memory.sameFingerprint(course, fingerprint)) {
                found.add(course.id());
            }
        }
        return found;
    }

    private boolean moved(Course course, Call call) {
        Response answer = asking.answer(call);
        if (!answer.ok()) {
            return true;
        }
        Updates read = Updates.read(answer.json());
        updates.put(course.id(), read);
        return read.any() || read.unknown().stream().anyMatch(cmid -> !isSubsection(cmid));
    }

    /** Moodle can never tell of a subsection, which holds nothing itself; what is in it are modules of their own. */
    private boolean isSubsection(long cmid) {
        return memory.modname(cmid).filter("subsection"::equals).isPresent();
    }

    private List<Call> details(List<Course> courses) {
        List<Call> details = new ArrayList<>();
        courses.stream()
                .filter(course -> stirred.contains(course.id()))
                .forEach(course -> details.addAll(ofCourse(course)));
        if (reading.asksFor(MoodlePart.ASSIGNMENTS)) {
            // What is handed in or graded late is told of, though the assignment seemed to be over.
            reading.assignments().stream()
                    .filter(assignment -> moved(assignment.course(), assignment.cmid(), "submissions", "grades"))
                    .forEach(assignment -> details.add(calls.submission(assignment)));
        }
        if (reading.asksFor(MoodlePart.FORUMS)) {
            reading.forums().stream().filter(this::stirred).forEach(forum -> details.add(calls.discussions(forum, 0)));
        }
        return details;
    }

    private boolean stirred(Forum forum) {
        boolean told = !updates.containsKey(forum.course()) || moved(forum.course(), forum.cmid(), "discussions");
        boolean unfinished =
                memory.awaitsProof(forum.cmid()) || memory.awaitsReplies(forum.cmid()) || owes(forum.cmid());
        return told || unfinished || forum.discussions() != memory.discussions(forum.cmid());
    }

    private boolean moved(long course, long cmid, String... areas) {
        Updates moved = updates.get(course);
        return moved != null && Stream.of(areas).anyMatch(moved.areas().getOrDefault(cmid, Set.of())::contains);
    }

    private boolean owes(long cmid) {
        return memory.owes(Keys.module(cmid));
    }

    private void furtherPages() {
        if (!reading.asksFor(MoodlePart.FORUMS)) {
            return;
        }
        List<Forum> forums = reading.forums();
        asking.ask(forums.stream().flatMap(this::promisedPages).toList());
        for (int page = 1; ; page++) {
            int next = page;
            List<Call> more = forums.stream()
                    .filter(forum -> continues(forum, next - 1))
                    .map(forum -> calls.discussions(forum, next))
                    .toList();
            if (more.isEmpty()) {
                return;
            }
            asking.ask(more);
        }
    }

    /** Returns the pages that a forum must have by its own count, so that they need not be found one after the other. */
    private Stream<Call> promisedPages(Forum forum) {
        long pages = isFull(forum, 0) ? Math.min(MOST_PAGES, (forum.discussions() - 1) / Calls.PAGE) : 0;
        return LongStream.rangeClosed(1, pages).mapToObj(page -> calls.discussions(forum, (int) page));
    }

    /** A full page is followed by another, unless the site sends the same page whichever is asked for. */
    private boolean continues(Forum forum, int page) {
        if (!isFull(forum, page) || page >= MOST_PAGES) {
            return false;
        }
        return page == 0 || !ids(forum, page).equals(ids(forum, page - 1));
    }

    private boolean isFull(Forum forum, int page) {
        return ids(forum, page).size() >= Calls.PAGE;
    }

    private Set<Long> ids(Forum forum, int page) {
        JsonNode json = asking.answer(calls.discussions(forum, page)).json();
        return Forums.discussions(forum, json).stream().map(Discussion::id).collect(Collectors.toSet());
    }

    private List<Call> followUps() {
        List<Call> followUps = new ArrayList<>();
        if (reading.asksFor(MoodlePart.FORUMS)) {
            reading.forums().stream()
                    .flatMap(forum -> reading.discussions(forum).stream())
                    .filter(this::hasNewReplies)
                    .forEach(discussion -> followUps.add(calls.posts(discussion)));
        }
        if (reading.asksFor(MoodlePart.CONTENTS)) {
            modnames().forEach(modname -> followUps.add(calls.modules(modname)));
            if (StudentsZone.matters(reading)) {
                followUps.add(calls.profile());
            }
        }
        reading.courses().stream()
                .filter(course -> reading.good(calls.grades(course.id()))
                        .filter(report -> GradesPart.needsNames(report, course, reading))
                        .isPresent())
                .forEach(course -> followUps.add(calls.gradeItems(course.id())));
        return followUps;
    }

    private boolean hasNewReplies(Discussion discussion) {
        return discussion.replies() > 0
                && memory.thread(discussion.key())
                        .filter(discussion.thread()::equals)
                        .isEmpty();
    }

    /**
     * Returns the modules of which an activity was configured, or came to be or back, because their introductions may be new,
     * and all modules of a course of which it is not known what moved: the next look asks only for what moves from now on.
     */
    private Set<String> modnames() {
        Set<Long> moved = new HashSet<>();
        updates.values().forEach(update -> moved.addAll(update.areas().keySet()));
        Set<String> names = new TreeSet<>();
        moved.forEach(cmid -> memory.modname(cmid).ifPresent(names::add));
        reading.courses().stream()
                .flatMap(course -> reading.contents(course).stream())
                .flatMap(contents -> contents.modules().stream())
                .filter(module -> moved.contains(module.cmid())
                        || !updates.containsKey(module.course())
                        || memory.modname(module.cmid()).isEmpty()
                        || returned.has(module.cmid()))
                .map(ListedModule::modname)
                .forEach(names::add);
        names.addAll(vanished());
        names.retainAll(ModuleList.FUNCTIONS.keySet());
        return names;
    }

    /** What a course's contents no longer show may still be in the list of its module; both must miss it. */
    private Set<String> vanished() {
        Set<String> names = new TreeSet<>();
        for (Course course : reading.courses()) {
            reading.contents(course).ifPresent(contents -> {
                Set<Long> there = new HashSet<>();
                contents.modules().forEach(module -> there.add(module.cmid()));
                memory.listed(course).stream()
                        .filter(cmid -> !there.contains(cmid))
                        .forEach(cmid -> memory.modname(cmid).ifPresent(names::add));
            });
        }
        return names;
    }

    /**
     * A course that moved and was read well is next asked from now on; one that did not move needs no new mark. Where only
     * some collectors look, the others have not seen what moved, and the marks stay.
     */
    private void remember(List<Course> courses) {
        memory.owe(Owed.of(reading));
        if (!reading.asksForAll(MoodlePart.CONTENTS, MoodlePart.GRADES, MoodlePart.FORUMS, MoodlePart.FILES)) {
            memory.oweAsBefore();
            return;
        }
        turn.remember();
        for (Course course : courses) {
            boolean wasRead = asking.answer(calls.contents(course.id())).ok();
            Updates moved = updates.get(course.id());
            boolean newMark = memory.checkpoint(course).isEmpty() || moved == null || moved.any();
            if (wasRead && newMark) {
                memory.checkpoint(course, asking.serverTime().minus(OVERLAP));
            }
            if (wasRead || !stirred.contains(course.id())) {
                memory.fingerprint(course, Fingerprint.of(course, reading));
            }
        }
    }
}
