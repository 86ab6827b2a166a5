package dev.unitracker.moodle;

import dev.unitracker.moodle.simulator.Recording;
import dev.unitracker.report.SyncReport;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * One run of the term behind a door, all of it drawn from a seed. At each step there are none to two looks at damaged answers,
 * full or quick; after most steps two good ones. It ends where something was wrong.
 */
final class DamagedTerm {

    static final Recording TERM = Recording.term();

    /** What is not asked at each look, and files. */
    private static final List<String> ASKED_AT_TIMES = List.of(
            "core_webservice_get_site_info",
            "core_course_get_course_module",
            "core_course_get_updates_since",
            "mod_forum_get_discussion_posts",
            "/webservice/pluginfile.php");

    private static final int MOST_LINES = 12;

    private final long seed;
    private final SplittableRandom random;
    private final Student student = Student.of(TERM);
    private final Verdict verdict;
    private final Door door;
    private final List<String> wrong = new ArrayList<>();
    private final Set<String> damages = new LinkedHashSet<>();
    private int step;
    private int looks;

    private DamagedTerm(Truth truth, long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
        this.verdict = new Verdict(truth, student.moodle.url());
        judge(student.look());
        judge(student.look());
        List<String> asked = new ArrayList<>(student.moodle.countsByFunction().keySet());
        asked.addAll(ASKED_AT_TIMES);
        this.door = new Door(student.moodle, random, asked);
    }

    /**
     * Plays it.
     *
     * @param most after so many looks at damaged answers it ends
     */
    static DamagedTerm played(Truth truth, long seed, int most) {
        DamagedTerm term = new DamagedTerm(truth, seed);
        try (Student student = term.student) {
            while (term.wrong.isEmpty() && term.step < TERM.steps() - 1 && term.looks < most) {
                term.step++;
                student.moodle.moveTo(term.step);
                term.playStep();
            }
        }
        return term;
    }

    private void playStep() {
        int damaged = random.nextInt(3);
        for (int look = 0; look < damaged && wrong.isEmpty(); look++) {
            lookAtDamaged(look == 0, random.nextInt(3) > 0);
        }
        if (wrong.isEmpty() && (random.nextInt(3) > 0 || step == TERM.steps() - 1)) {
            lookAtGood();
        }
    }

    private void lookAtDamaged(boolean moved, boolean full) {
        looks++;
        door.close(moved);
        try {
            SyncReport report = full ? student.look() : student.quietLook();
            remember(full);
            judge(report);
        } catch (RuntimeException | StackOverflowError e) {
            remember(full);
            report("the look dies", List.of(e.toString()));
        }
    }

    private void remember(boolean full) {
        door.open().forEach(damaged -> damages.add("step " + step + (full ? ", full: " : ", quick: ") + damaged));
    }

    private void lookAtGood() {
        judge(student.look());
        judge(student.look());
        if (wrong.isEmpty()) {
            report("lost", verdict.lost(step));
        }
        damages.clear();
        door.forget();
    }

    private void judge(SyncReport look) {
        report("false", verdict.falseEntries(look, step));
    }

    private void report(String what, List<String> lines) {
        if (!lines.isEmpty()) {
            wrong.add("-Dunitracker.seed=" + seed + ", step " + step + ", " + what + ":" + indented(lines)
                    + "\n damaged since all was well:"
                    + indented(damages.stream().toList()));
        }
    }

    private static String indented(List<String> lines) {
        String more = lines.size() > MOST_LINES ? "\n  and " + (lines.size() - MOST_LINES) + " more" : "";
        return "\n  " + String.join("\n  ", lines.subList(0, Math.min(MOST_LINES, lines.size()))) + more;
    }

    /** Returns what was wrong, with all that was damaged before; empty if nothing was. */
    List<String> wrong() {
        return wrong;
    }

    /** Returns how many looks at damaged answers there were. */
    int looks() {
        return looks;
    }

    /** Returns how many entries were compared. */
    int entries() {
        return verdict.entries();
    }
}
