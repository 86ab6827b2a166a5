package dev.unitracker.crash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/**
 * Which of all kills are made: as many as {@code -Dunitracker.kills=} says, or {@code all}. Those that are not the first,
 * the middle or the last one are drawn; {@code -Dunitracker.seed=} draws others.
 */
record KillPlan(String size, long seed) {

    /** A first look, what it leaves, and the same for the first changes. */
    private static final int FEW_LOOKS = 4;

    static KillPlan ofThisBuild() {
        return new KillPlan(System.getProperty("unitracker.kills", "3"), Long.getLong("unitracker.seed", 1));
    }

    boolean all() {
        return size.equals("all");
    }

    /** Returns the looks that are made: a few, unless there are to be all kills. */
    List<PlannedLook> of(List<PlannedLook> looks) {
        return all() ? looks : looks.subList(0, FEW_LOOKS);
    }

    /** Returns the chosen kills, in order. */
    List<Kill> from(List<Kill> kills) {
        if (all()) {
            return kills;
        }
        List<Integer> others = new ArrayList<>();
        for (int index = 1; index < kills.size() - 1; index++) {
            others.add(index);
        }
        Collections.shuffle(others, random());
        TreeSet<Integer> chosen = new TreeSet<>(List.of(0, kills.size() / 2, kills.size() - 1));
        others.stream()
                .limit(Math.max(0, Integer.parseInt(size) - chosen.size()))
                .forEach(chosen::add);
        return chosen.stream().map(kills::get).toList();
    }

    /** Returns chance that repeats with the seed. */
    Random random() {
        return new Random(seed);
    }
}
