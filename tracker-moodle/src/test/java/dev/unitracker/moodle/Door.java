package dev.unitracker.moodle;

import dev.unitracker.moodle.simulator.Damage;
import dev.unitracker.moodle.simulator.Damaged;
import dev.unitracker.moodle.simulator.MoodleSimulator;
import dev.unitracker.moodle.simulator.Spot;
import dev.unitracker.moodle.simulator.Where;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** What stands between a site and whoever looks at it, and damages answers by chance. */
final class Door {

    /** Those that are tried: all, or those that {@code -Dunitracker.damages=…} names, with commas between them. */
    private static final List<Damage> KINDS = Stream.of(Damage.values())
            .filter(damage -> List.of(System.getProperty("unitracker.damages", damage.name())
                            .split(","))
                    .contains(damage.name()))
            .toList();

    /** What makes a list shorter. Who sees it twice in a row has seen that the rest is gone. */
    private static final Set<Damage> CUTS = EnumSet.of(Damage.LIST_EMPTY, Damage.LIST_HALVED);

    private final MoodleSimulator moodle;
    private final SplittableRandom random;
    private final List<String> asked;
    private final Set<String> cut = new HashSet<>();

    /** @param asked the functions that are asked, and paths of what is no function */
    Door(MoodleSimulator moodle, SplittableRandom random, List<String> asked) {
        this.moodle = moodle;
        this.random = random;
        this.asked = List.copyOf(asked);
    }

    /**
     * Damages some answers from now on.
     *
     * @param moved whether the site was not looked at since something happened there; otherwise an answer that was true before
     *     would take back what was told
     */
    void close(boolean moved) {
        moodle.resetCounts();
        int kinds = 1 + random.nextInt(3);
        while (kinds > 0) {
            if (damageOne(moved)) {
                kinds--;
            }
        }
    }

    private boolean damageOne(boolean moved) {
        String what = asked.get(random.nextInt(asked.size()));
        Damage damage = KINDS.get(random.nextInt(KINDS.size()));
        boolean again = CUTS.contains(damage) && !cut.add(what);
        boolean takesBack = damage == Damage.ANSWER_STALE && !moved;
        if (again || takesBack) {
            return false;
        }
        Where where = what.startsWith("/") ? Where.path(what) : Where.function(what);
        Spot spot = Spot.any(random.nextLong()).within(place -> LeftOut.isTried(damage, what, place));
        Where some = where.oneIn(1 + random.nextInt(3), random.nextLong());
        if (!damage.strikesWithin() && !LeftOut.isTried(damage, what, "")) {
            return false;
        }
        moodle.damage(some, damage, spot);
        return true;
    }

    /** Lets all answers through as they are, and returns which were damaged. */
    List<Damaged> open() {
        List<Damaged> done = moodle.damaged().stream().distinct().toList();
        moodle.clearFailures();
        return done;
    }

    /** Forgets which lists were cut, since they were seen whole again. */
    void forget() {
        cut.clear();
    }
}
