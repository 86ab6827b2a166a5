package dev.unitracker.moodle;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Lets situations befall a site, each in its turn, with looks between them in which none does. */
final class Situations {

    private static final List<Situation> ALL = List.of(Situation.values());

    private final SplittableRandom random;
    private int turn;
    private Spell spell = new Spell(0, student -> {});
    private Situation last = Situation.NO_COURSE_SHOWN;

    /** @param seed tells which is the first */
    Situations(SplittableRandom random, long seed) {
        this.random = random;
        this.turn = (int) Math.floorMod(seed * 3, (long) ALL.size());
    }

    /**
     * Returns what befalls the next look, if anything does.
     *
     * @param allWell whether all that is known is known from good looks, so that a day may pass
     */
    Optional<Spell> next(Student student, boolean allWell) {
        if (spell.looks() == 0 && random.nextBoolean()) {
            return Optional.empty();
        }
        if (spell.looks() == 0) {
            Situation now = ALL.get(turn);
            Spell drawn = now.spell(random, student);
            if (drawn.nextDay() && !allWell) {
                return Optional.empty();
            }
            turn = (turn + 1) % ALL.size();
            last = now;
            spell = drawn;
        }
        Spell befalls = spell;
        spell = spell.afterOneLook();
        return Optional.of(befalls);
    }

    /** Tells whether what befell the last look is not over. */
    boolean goOn() {
        return spell.looks() > 0;
    }

    /** Returns which befell a look last. */
    Situation last() {
        return last;
    }
}
