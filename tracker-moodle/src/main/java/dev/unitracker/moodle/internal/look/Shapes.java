package dev.unitracker.moodle.internal.look;

import static dev.unitracker.moodle.internal.answers.Form.DECIMAL;
import static dev.unitracker.moodle.internal.answers.Form.FLAG;
import static dev.unitracker.moodle.internal.answers.Form.LIST;
import static dev.unitracker.moodle.internal.answers.Form.OBJECT;
import static dev.unitracker.moodle.internal.answers.Form.TEXT;
import static dev.unitracker.moodle.internal.answers.Form.TIME;
import static dev.unitracker.moodle.internal.answers.Form.WHOLE;
import static dev.unitracker.moodle.internal.answers.Shape.ofObject;

import dev.unitracker.moodle.internal.answers.CalendarEvents;
import dev.unitracker.moodle.internal.answers.CourseContents;
import dev.unitracker.moodle.internal.answers.Forums;
import dev.unitracker.moodle.internal.answers.Grades;
import dev.unitracker.moodle.internal.answers.Shape;
import java.util.Map;
import java.util.Objects;

/**
 * What must be in an answer, function by function, as Moodle's own sources have it. A field is demanded where every version
 * sends it; where versions, roles or settings differ, it may be missing and then tells nothing.
 */
final class Shapes {

    private static final Shape FILE = ofObject()
            .always(TEXT, "filename", "fileurl")
            .perhapsNull(TEXT, "filepath", "mimetype")
            .perhapsNull(WHOLE, "filesize", "timemodified")
            .perhapsNull(FLAG, "isexternalfile");

    /** A file of which only the size tells whether it is another. */
    private static final Shape SIZED_FILE = FILE.always(WHOLE, "filesize");

    static final Shape COURSE =
            ofObject().always(WHOLE, "id").always(TEXT, "fullname").perhapsNull(TEXT, "shortname", "summary");

    /** What a course of the assignments must hold to show any. */
    static final Shape COURSE_OF_ASSIGNMENTS = ofObject().always(WHOLE, "id").always(LIST, "assignments");

    static final Shape ASSIGNMENT = ofObject()
            .always(WHOLE, "cmid", "id", "nosubmissions")
            .always(TEXT, "name")
            .always(TIME, "duedate", "cutoffdate", "allowsubmissionsfromdate")
            .perhaps(TEXT, "intro", "activity", "attemptreopenmethod")
            .perhaps(WHOLE, "timelimit", "maxattempts", "teamsubmission")
            .together("attemptreopenmethod", "maxattempts")
            .perhaps(LIST, "introattachments", "activityattachments")
            .each("introattachments", FILE)
            .each("activityattachments", FILE);

    /** Who may not see a quiz gets neither its text nor its times. */
    static final Shape QUIZ = ofObject()
            .always(WHOLE, "coursemodule", "id", "course")
            .always(TEXT, "name")
            .perhaps(TEXT, "intro")
            .perhaps(TIME, "timeopen", "timeclose")
            .together("intro", "timeopen", "timeclose")
            .perhaps(WHOLE, "attempts", "timelimit");

    /** The dates came with 3.7. */
    static final Shape FORUM = ofObject()
            .always(WHOLE, "cmid", "id", "course")
            .always(TEXT, "name", "type", "intro")
            .perhaps(TIME, "duedate", "cutoffdate")
            .together("duedate", "cutoffdate")
            .perhaps(WHOLE, "numdiscussions");

    static final Shape DISCUSSION = ofObject()
            .always(WHOLE, "discussion")
            .always(TEXT, "name", "message")
            .always(TIME, "created")
            .perhaps(WHOLE, "numreplies", "timemodified")
            .perhaps(LIST, "attachments")
            .each("attachments", FILE)
            .with(Forums::misfitOfAttachments);

    static final Shape EVENT = ofObject()
            .always(WHOLE, "id", "courseid")
            .always(TEXT, "name", "eventtype")
            .always(TIME, "timestart", "timeduration")
            .perhaps(FLAG, "visible")
            .orNull(WHOLE, "groupid", "userid", "instance")
            .perhapsNull(TEXT, "description", "location")
            .with(CalendarEvents::misfitOfActivity);

    /** What a section must hold so that its activities can be told. */
    static final Shape SECTION = ofObject()
            .always(WHOLE, "id")
            .perhaps(FLAG, "uservisible")
            .always(LIST, "modules")
            .perhapsNull(TEXT, "availabilityinfo");

    /** What a section says above its activities. */
    static final Shape SECTION_TEXT = ofObject().perhaps(TEXT, "name", "summary");

    private static final Shape COMPLETION = ofObject()
            .always(WHOLE, "state")
            .perhapsNull(WHOLE, "overrideby")
            .perhaps(FLAG, "isoverallcomplete")
            .perhaps(LIST, "details")
            .each(
                    "details",
                    ofObject()
                            .always(TEXT, "rulename")
                            .always(OBJECT, "rulevalue")
                            .within("rulevalue", ofObject().always(WHOLE, "status")));

    /** A file of a module, or what Moodle lists as one. */
    private static final Shape CONTENT = ofObject()
            .always(TEXT, "type", "filename")
            .perhapsNull(WHOLE, "filesize")
            .with(CourseContents::misfitOfFile);

    static final Shape MODULE = ofObject()
            .always(WHOLE, "id")
            .always(TEXT, "name", "modname")
            .perhaps(WHOLE, "instance")
            .always(FLAG, "uservisible")
            .perhaps(WHOLE, "completion")
            .perhaps(TEXT, "url")
            .perhapsNull(TEXT, "description", "availabilityinfo", "customdata")
            .perhaps(OBJECT, "completiondata")
            .within("completiondata", COMPLETION)
            .perhaps(LIST, "dates", "contents")
            .each("dates", ofObject().always(TIME, "timestamp").perhapsNull(TEXT, "dataid", "label"))
            .each("contents", CONTENT)
            .with(CourseContents::misfitOfModule);

    /** What a report must hold to show grades. */
    static final Shape REPORT = ofObject().always(LIST, "gradeitems");

    /** The columns of the report are switched on and off one by one. */
    static final Shape GRADE = ofObject()
            .always(WHOLE, "id")
            .always(TEXT, "itemtype")
            .perhapsNull(TEXT, "itemname", "itemmodule")
            .perhapsNull(WHOLE, "iteminstance", "itemnumber", "scaleid", "cmid")
            .perhapsNull(DECIMAL, "graderaw")
            .perhaps(TEXT, "gradeformatted")
            .perhaps(FLAG, "gradeishidden", "gradehiddenbydate", "gradeneedsupdate")
            .perhaps(TEXT, "rangeformatted")
            .perhaps(DECIMAL, "grademin", "grademax")
            .perhapsNull(TEXT, "feedback")
            .with(Grades::misfitOfGrade);

    private static final Shape LISTED = ofObject()
            .always(WHOLE, "coursemodule", "id", "course")
            .always(TEXT, "name")
            .perhaps(TEXT, "intro")
            .perhapsNull(TEXT, "sha1hash")
            .perhapsNull(LIST, "package")
            .each("package", SIZED_FILE);

    /** What a module's list says of one activity, where it is more than of any. */
    private static final Map<String, Shape> ACTIVITIES = Map.of(
            "page", LISTED.perhaps(TEXT, "content").together("intro", "content"),
            "url", LISTED.perhaps(TEXT, "externalurl").together("intro", "externalurl"),
            "label", LISTED.always(TEXT, "intro"));

    private static final Shape POST = ofObject()
            .always(WHOLE, "id")
            .orNull(WHOLE, "parentid")
            .always(FLAG, "isdeleted")
            .always(OBJECT, "capabilities")
            .within("capabilities", ofObject().always(FLAG, "view"))
            .perhaps(LIST, "attachments")
            .each("attachments", SIZED_FILE)
            .with(Forums::misfitOfPost);

    private static final Shape AREA = ofObject()
            .perhaps(LIST, "files")
            .each("files", ofObject().always(TEXT, "filename").always(WHOLE, "filesize"));

    private static final Shape FEEDBACK = ofObject()
            .perhaps(LIST, "plugins")
            .each(
                    "plugins",
                    ofObject().always(TEXT, "type").perhaps(LIST, "fileareas").each("fileareas", AREA));

    private static final Shape SUBMISSION = ofObject().always(TEXT, "status");

    private static final Shape ATTEMPT = ofObject()
            .always(FLAG, "canedit")
            .perhapsNull(TIME, "extensionduedate")
            .perhaps(OBJECT, "submission", "teamsubmission")
            .within("submission", SUBMISSION)
            .within("teamsubmission", SUBMISSION);

    private static final Shape UPDATED = ofObject()
            .always(WHOLE, "id")
            .always(LIST, "updates")
            .each("updates", ofObject().always(TEXT, "name"));

    /** Answers that are believed as a whole or not at all. */
    private static final Map<String, Shape> WHOLE_ANSWERS = Map.of(
            Functions.SUBMISSION,
            ofObject()
                    .perhaps(OBJECT, "lastattempt", "feedback")
                    .within("lastattempt", ATTEMPT)
                    .within("feedback", FEEDBACK),
            Functions.ATTEMPTS,
            ofObject().each("attempts", ofObject().always(TEXT, "state")),
            Functions.ATTEMPTS_SINCE_5,
            ofObject().each("attempts", ofObject().always(TEXT, "state")),
            Functions.POSTS,
            ofObject().each("posts", POST),
            Functions.GROUPS,
            ofObject().each("groups", ofObject().always(WHOLE, "id")),
            Functions.UPDATES,
            ofObject()
                    .each("instances", UPDATED)
                    .always(LIST, "warnings")
                    .each("warnings", ofObject().always(TEXT, "warningcode")));

    private Shapes() {}

    /** Returns the shape of an answer that is believed as a whole or not at all; anything for one that lists things. */
    static Shape ofAnswer(String function) {
        return WHOLE_ANSWERS.getOrDefault(function, ofObject());
    }

    /** Returns the shape of one activity in the list of a module. */
    static Shape ofActivity(String modname) {
        return Objects.requireNonNull(ACTIVITIES.getOrDefault(modname, LISTED));
    }
}
