package dev.unitracker.moodle;

import dev.unitracker.moodle.simulator.Damage;
import dev.unitracker.moodle.simulator.Recording;
import dev.unitracker.moodle.simulator.Spot;
import dev.unitracker.moodle.simulator.Where;
import dev.unitracker.report.SyncReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * One run of the term behind a door, all of it drawn from a seed. At each step there are none to two looks at damaged answers,
 * full or quick, or as many as it takes until a {@link Situation} is over, which befalls the site in most of them; after most steps two
 * good ones, full, an hour later, or a quick one. From some step on a {@link Blemish} stays. It ends where something was wrong.
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

    /** Behind these an answer is whole and true, so that a good look may meet them. */
    private static final List<Damage> WHOLE =
            List.of(Damage.BYTE_ORDER_MARK, Damage.OTHER_CONTENT_TYPE, Damage.DRIPPED);

    private static final Duration TWENTY_MINUTES = Duration.ofMinutes(20);
    private static final Duration MORE_THAN_AN_HOUR = Duration.ofMinutes(61);
    private static final Duration MORE_THAN_A_DAY = Duration.ofHours(25);

    private static final int MOST_LINES = 30;

    private final long seed;
    private final SplittableRandom random;
    private final Student student = Student.of(TERM);
    private final Verdict verdict;
    private final Door door;
    private final List<String> wrong = new ArrayList<>();
    private final Set<String> damages = new LinkedHashSet<>();
    private final Situations situations;
    private final int blemished;
    private Optional<Blemish> blemish = Optional.empty();
    private boolean allWell = true;
    private int step;
    private int looks;

    private DamagedTerm(Truth truth, long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
        this.verdict = new Verdict(truth, student.moodle.url());
        this.situations = new Situations(random, seed);
        this.blemished = 1 + random.nextInt(TERM.steps() / 2);
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
        if (step == blemished) {
            blemish = Optional.of(Blemish.drawn(random, student));
        }
        int damaged = random.nextInt(3);
        for (int look = 0; (look < damaged || situations.goOn()) && wrong.isEmpty(); look++) {
            lookAtDamaged(look == 0, random.nextInt(3) > 0);
        }
        if (wrong.isEmpty() && (random.nextInt(3) > 0 || step == TERM.steps() - 1)) {
            lookAtGood();
        } else if (wrong.isEmpty() && random.nextBoolean()) {
            lookQuickly();
        }
    }

    private void lookAtDamaged(boolean moved, boolean full) {
        looks++;
        Optional<Spell> spell = situations.next(student, allWell);
        student.wait(spell.filter(Spell::nextDay).map(day -> MORE_THAN_A_DAY).orElse(TWENTY_MINUTES));
        allWell = false;
        door.close(moved);
        blemish.ifPresent(one -> one.befall(student));
        spell.ifPresent(one -> {
            one.befall().accept(student);
            verdict.hides(one.hidden());
            damages.add("step " + step + ": " + situations.last());
        });
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
        student.moodle.runCron();
        door.open().forEach(damaged -> damages.add("step " + step + (full ? ", full: " : ", quick: ") + damaged));
    }

    private void lookAtGood() {
        student.wait(MORE_THAN_AN_HOUR);
        blemish.ifPresent(one -> one.befall(student));
        if (random.nextInt(4) == 0) {
            Damage whole = WHOLE.get(random.nextInt(WHOLE.size()));
            student.moodle.damage(Where.path("/webservice/rest/server.php"), whole, Spot.any(seed));
            damages.add("step " + step + ", whole: " + whole);
        }
        judge(student.look());
        judge(student.look());
        student.moodle.clearFailures();
        if (wrong.isEmpty()) {
            report("lost", verdict.lost(step, blemish));
        }
        damages.clear();
        door.forget();
        allWell = true;
    }

    /** As the watch does between full looks; what it need not see at once is no loss. */
    private void lookQuickly() {
        student.wait(TWENTY_MINUTES);
        blemish.ifPresent(one -> one.befall(student));
        damages.add("step " + step + ", quick: nothing");
        judge(student.quietLook());
        student.moodle.clearFailures();
    }

    private void judge(SyncReport look) {
        report("false", verdict.falseEntries(look, step));
    }

    private void report(String what, List<String> lines) {
        if (!lines.isEmpty()) {
            String stays = blemish.map(one -> ", with " + one).orElse("");
            wrong.add("-Dunitracker.seed=" + seed + ", step " + step + ", " + what + stays + ":" + indented(lines)
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
