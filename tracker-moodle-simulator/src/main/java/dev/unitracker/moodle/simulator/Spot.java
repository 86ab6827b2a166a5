package dev.unitracker.moodle.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** Says where in an answer a {@link Damage} strikes. The same spot is the same place whenever the answer is the same. Immutable. */
public final class Spot {
    private final Optional<String> path;
    private final Optional<Long> seed;
    private final Predicate<String> allowed;

    private Spot(Optional<String> path, Optional<Long> seed, Predicate<String> allowed) {
        this.path = path;
        this.seed = seed;
        this.allowed = allowed;
    }

    /** Strikes wherever a path leads, such as {@code [].modules[].name}. */
    public static Spot every(String path) {
        return new Spot(Optional.of(path), Optional.empty(), any -> true);
    }

    /** Strikes one of the places to which a path leads, drawn by a seed and the answer's length. */
    public static Spot one(String path, long seed) {
        return new Spot(Optional.of(path), Optional.of(seed), any -> true);
    }

    /** Strikes at a path drawn by a seed and the answer's length; in half of all cases at one place, in the others wherever it leads. */
    public static Spot any(long seed) {
        return new Spot(Optional.empty(), Optional.of(seed), any -> true);
    }

    /** Narrows this to some paths. */
    public Spot within(Predicate<String> paths) {
        return new Spot(path, seed, allowed.and(paths));
    }

    /** Those of all places that are struck, in their order; none if the path leads nowhere. */
    List<Node> among(List<Node> places, int length) {
        SplittableRandom random = new SplittableRandom(seed.orElse(0L) * 31 + length);
        List<String> paths =
                places.stream().map(Node::path).distinct().filter(allowed).toList();
        if (paths.isEmpty()) {
            return List.of();
        }
        String struck = path.orElseGet(() -> paths.get(random.nextInt(paths.size())));
        List<Node> there = new ArrayList<>(places);
        there.removeIf(node -> !node.path().equals(struck) || !allowed.test(struck));
        boolean one = seed.isPresent() && (path.isPresent() || random.nextBoolean());
        return one && !there.isEmpty() ? List.of(there.get(random.nextInt(there.size()))) : there;
    }

    /** A number below another, the same for answers of the same length. */
    int drawn(int length, int bound) {
        return new SplittableRandom(seed.orElse(0L) * 31 + length).nextInt(bound);
    }

    @Override
    public String toString() {
        return path.orElse("any") + seed.map(number -> " by " + number).orElse("");
    }
}
