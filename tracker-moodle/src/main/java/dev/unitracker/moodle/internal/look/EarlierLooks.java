package dev.unitracker.moodle.internal.look;

import dev.unitracker.model.Availability;
import dev.unitracker.model.Field;
import dev.unitracker.moodle.internal.answers.CourseContents;
import dev.unitracker.moodle.internal.answers.Courses.Course;
import dev.unitracker.moodle.internal.answers.FileSightings;
import dev.unitracker.moodle.internal.answers.Forums;
import dev.unitracker.moodle.internal.answers.Keys;
import dev.unitracker.spi.Look;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What earlier looks left for this one. */
final class EarlierLooks {

    private static final String CHECKPOINT = "checkpoint/";
    private static final String FINGERPRINT = "fingerprint/";

    private static final String ZONE = "zone/";

    private static final String OWED = "owed";

    private static final String GROUPS = "groups";

    private static final String ASKED_ALONE = "asked alone";

    /** The parts whose sightings tell what calendars call an activity. */
    private static final List<MoodlePart> WITH_INSTANCES =
            List.of(MoodlePart.CONTENTS, MoodlePart.ASSIGNMENTS, MoodlePart.QUIZZES, MoodlePart.FORUMS);

    private static final String DISCUSSION = "discussion:";

    private final String collector;
    private final Look look;
    private @Nullable NavigableMap<String, List<Remembered>> remembered;
    private final Set<String> owing = new TreeSet<>();
    private @Nullable Set<String> owed;
    private final Map<Long, String> modnames = new HashMap<>();
    private @Nullable Map<String, Long> cmids;
    private @Nullable Map<String, String> files;
    private @Nullable Map<String, String> threads;
    private @Nullable Set<String> away;

    EarlierLooks(String collector, Look look) {
        this.collector = collector;
        this.look = look;
    }

    /** Returns what earlier looks saw in the scopes whose name starts as given; read once, because all of it is needed. */
    List<Remembered> recall(String scopePrefix) {
        if (remembered == null) {
            remembered = new TreeMap<>();
            for (Remembered known : look.memory().recall("")) {
                remembered
                        .computeIfAbsent(known.scope().toString(), scope -> new ArrayList<>())
                        .add(known);
            }
        }
        return remembered.tailMap(scopePrefix, true).entrySet().stream()
                .takeWhile(scope -> scope.getKey().startsWith(scopePrefix))
                .flatMap(scope -> scope.getValue().stream())
                .toList();
    }

    /** Returns the courses that were seen last. */
    List<Course> courses() {
        return recall(scope(MoodlePart.COURSES, "")).stream()
                .filter(Remembered::seen)
                .map(Remembered::sighting)
                .map(seen -> new Course(
                        Long.parseLong(seen.key().substring(Keys.course(0).length() - 1)),
                        seen.memo().getOrDefault(Sighting.SHORT_NAME, ""),
                        seen.stated(Field.TITLE).orElse(seen.key())))
                .toList();
    }

    /** Returns from when on a course's updates are of interest; empty if it was never read. */
    Optional<Instant> checkpoint(Course course) {
        return Optional.ofNullable(look.memory().notes().get(CHECKPOINT + course.id()))
                .map(note -> Instant.ofEpochSecond(Long.parseLong(note)));
    }

    void checkpoint(Course course, Instant serverTime) {
        look.memory().note(CHECKPOINT + course.id(), Long.toString(serverTime.getEpochSecond()));
    }

    boolean sameFingerprint(Course course, String fingerprint) {
        return fingerprint.equals(look.memory().notes().get(FINGERPRINT + course.id()));
    }

    void fingerprint(Course course, String fingerprint) {
        look.memory().note(FINGERPRINT + course.id(), fingerprint);
    }

    /** Returns the student's zone as the site called it when a course's contents were read; empty if it was not told. */
    Optional<String> zone(Course course) {
        return Optional.ofNullable(look.memory().notes().get(ZONE + course.id()));
    }

    void zone(Course course, String zone) {
        look.memory().note(ZONE + course.id(), zone);
    }

    /** Returns the course-module id of an activity that a calendar calls, for example, {@code assign 3}. */
    @Nullable
    Long cmid(String instance) {
        if (cmids == null) {
            cmids = new HashMap<>();
            for (MoodlePart part : WITH_INSTANCES) {
                for (Remembered known : recall(scope(part, ""))) {
                    String name = known.sighting().memo().get(CourseContents.INSTANCE);
                    if (name != null) {
                        long cmid = cmidOf(known.sighting().key());
                        cmids.put(name, cmid);
                        modnames.put(cmid, name.split(" ", 2)[0]);
                    }
                }
            }
        }
        return cmids.get(instance);
    }

    /** Returns Moodle's name of the module with a course-module id; empty if it was never seen. */
    Optional<String> modname(long cmid) {
        cmid("");
        return Optional.ofNullable(modnames.get(cmid));
    }

    /** Returns Moodle's names of all modules that were seen, ordered. */
    Set<String> modnames() {
        cmid("");
        return new TreeSet<>(modnames.values());
    }

    /** Tells whether something failed when it was last asked, so that this look owes it. */
    boolean owes(String what) {
        return owed().contains(what);
    }

    private Set<String> owed() {
        if (owed == null) {
            owed = Set.of(look.memory().notes().getOrDefault(OWED, "").split("\n", -1));
        }
        return owed;
    }

    /** Leaves to the next look also what this one owed and may not have made up for. */
    void oweAsBefore() {
        owe(owed().stream().filter(what -> !what.isEmpty()).toList());
    }

    /** Leaves to the next look what failed in this one; called again, it adds to that. */
    void owe(Collection<String> what) {
        owing.addAll(what);
        if (!owing.isEmpty() || look.memory().notes().containsKey(OWED)) {
            look.memory().note(OWED, String.join("\n", owing));
        }
    }

    /** Returns the ids of the groups that the student was last seen in; none if there never were any. */
    List<Long> groups() {
        return Stream.of(look.memory().notes().getOrDefault(GROUPS, "").split(" "))
                .filter(id -> !id.isEmpty())
                .map(Long::valueOf)
                .toList();
    }

    /** Leaves to the looks to come which groups the student is in; none are no reason to forget those that were. */
    void groups(List<Long> ids) {
        if (!ids.isEmpty()) {
            look.memory().note(GROUPS, ids.stream().map(String::valueOf).collect(Collectors.joining(" ")));
        }
    }

    /** Returns the course-module id of the activity out of sight that was last asked for alone; 0 if none was. */
    long askedAlone() {
        return Long.parseLong(look.memory().notes().getOrDefault(ASKED_ALONE, "0"));
    }

    void askedAlone(long cmid) {
        look.memory().note(ASKED_ALONE, Long.toString(cmid));
    }

    /** Tells whether a file, or a text made of files, was read in this version. */
    boolean wasRead(String key, String version) {
        return version.equals(files().get(key));
    }

    /** Tells whether a file, or a text made of files, was read in any version. */
    boolean wasRead(String key) {
        return files().containsKey(key);
    }

    private Map<String, String> files() {
        if (files == null) {
            files = memos(MoodlePart.FILES.of(collector), FileSightings.VERSION);
        }
        return files;
    }

    /** Returns which state of a discussion's replies was read; empty if none was. */
    Optional<String> thread(String key) {
        if (threads == null) {
            threads = memos(scope(MoodlePart.FORUMS, "posts/"), Forums.THREAD);
        }
        return Optional.ofNullable(threads.get(key));
    }

    /** Returns how many discussions of a forum are remembered; one that is now shown by another forum is not its own. */
    long discussions(long cmid) {
        return discussionsOf(cmid)
                .filter(known -> known.seen() && known.sighting().rank() == Sighting.FIRST)
                .count();
    }

    /** Tells whether some replies in a forum were withheld for a while. */
    boolean awaitsReplies(long cmid) {
        return discussionsOf(cmid)
                .flatMap(known -> thread(known.sighting().key()).stream())
                .anyMatch(Forums::lacksReplies);
    }

    /** A forum of a single discussion is that discussion itself. */
    private Stream<Remembered> discussionsOf(long cmid) {
        String forum = Keys.module(cmid);
        return ofScope(scope(MoodlePart.FORUMS, "discussions/" + forum))
                .filter(known -> known.sighting().key().startsWith(DISCUSSION)
                        || known.sighting().key().equals(forum));
    }

    /** Returns until when the student's own submission was seen to be due; empty if it has no date of its own. */
    Optional<Instant> submissionDue(long cmid) {
        return ofScope(scope(MoodlePart.ASSIGNMENTS, "submission/" + Keys.module(cmid)))
                .flatMap(known -> known.sighting().stated(Field.DUE_AT).stream())
                .filter(due -> !due.isEmpty())
                .map(Instant::parse)
                .findFirst();
    }

    /** Returns the name of a scope, or the beginning of names. */
    private String scope(MoodlePart part, String key) {
        return new Scope(part.of(collector), key).toString();
    }

    private Stream<Remembered> ofScope(String scope) {
        return recall(scope).stream().filter(known -> known.scope().toString().equals(scope));
    }

    /** Tells whether something was missing from a course's contents once, which needs a second look. */
    boolean awaitsProof(Course course) {
        return missedOnce(contents(course)) || missedOnce(ofCourse(ContentsPart.SECTIONS, course));
    }

    /** Tells whether a discussion was missing from a forum once, which needs a second look. */
    boolean awaitsProof(long cmid) {
        return missedOnce(recall(scope(MoodlePart.FORUMS, "discussions/" + Keys.module(cmid))));
    }

    private static boolean missedOnce(List<Remembered> remembered) {
        return remembered.stream().anyMatch(known -> known.missed() == 1);
    }

    /** Returns the course-module ids that a course's contents should show, as far as their absence is not proven. */
    Set<Long> listed(Course course) {
        return contents(course).stream()
                .filter(known -> !known.gone() && !Vanished.isUnlisted(known))
                .map(known -> known.sighting().key())
                .filter(key -> key.startsWith("module:"))
                .map(EarlierLooks::cmidOf)
                .collect(Collectors.toSet());
    }

    /** Returns the keys of the activities that a course's contents last showed, and let the student into. */
    Set<String> openModules(Course course) {
        return contents(course).stream()
                .filter(known -> !known.gone() && !Vanished.isUnlisted(known))
                .map(Remembered::sighting)
                .filter(seen -> seen.key().startsWith("module:") && isOpen(seen))
                .map(Sighting::key)
                .collect(Collectors.toSet());
    }

    /** Tells whether its course showed an activity once, and did not let the student into it when it was read last. */
    boolean wasAway(long cmid) {
        if (away == null) {
            away = recall(scope(MoodlePart.CONTENTS, "contents/")).stream()
                    .filter(known -> !known.seen() || Vanished.isUnlisted(known) || !isOpen(known.sighting()))
                    .map(known -> known.sighting().key())
                    .collect(Collectors.toSet());
        }
        return away.contains(Keys.module(cmid));
    }

    private static boolean isOpen(Sighting seen) {
        return Availability.of(seen.stated(Field.AVAILABILITY).orElse("")).state() != Availability.State.RESTRICTED;
    }

    private List<Remembered> contents(Course course) {
        return ofCourse("contents", course);
    }

    private List<Remembered> ofCourse(String what, Course course) {
        return ofScope(scope(MoodlePart.CONTENTS, what + "/" + Keys.course(course.id())))
                .toList();
    }

    private Map<String, String> memos(String scopePrefix, String memo) {
        Map<String, String> memos = new HashMap<>();
        for (Remembered known : recall(scopePrefix)) {
            String value = known.sighting().memo().get(memo);
            if (value != null) {
                memos.put(known.sighting().key(), value);
            }
        }
        return memos;
    }

    static long cmidOf(String key) {
        return Long.parseLong(key.substring(key.indexOf(':') + 1));
    }
}
