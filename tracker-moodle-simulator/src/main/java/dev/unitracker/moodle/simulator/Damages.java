package dev.unitracker.moodle.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The orders to damage answers, in the order they were given, and what came of them. Safe for use by several threads. */
final class Damages {
    private final List<Order> orders = new CopyOnWriteArrayList<>();
    private final List<Damaged> done = new ArrayList<>();

    private record Order(Where where, Damage damage, Spot spot) {}

    void add(Where where, Damage damage, Spot spot) {
        orders.add(new Order(where, damage, spot));
    }

    void clear() {
        orders.clear();
    }

    synchronized List<Damaged> done() {
        return List.copyOf(done);
    }

    synchronized void forget() {
        done.clear();
    }

    /**
     * Returns the answer to a function as it leaves.
     *
     * @throws Refused if an error leaves in its place
     */
    String inAnswer(Stroke.Occasion occasion) {
        String answer = occasion.answer();
        for (Order order : orders) {
            if (order.where.matchesCall(occasion.function(), occasion.arguments())) {
                Optional<Stroke.Struck> struck = order.damage.stroke().strike(occasion.with(answer), order.spot);
                struck.ifPresent(hit -> remember(
                        new Damaged(occasion.function(), occasion.arguments().toString(), order.damage, hit.place())));
                answer = struck.map(hit -> hit.answer().get()).orElse(answer);
            }
        }
        return answer;
    }

    /** What happens on its way to the answer to a request that is no function. */
    List<OnTheWire> onTheWay(Request request) {
        List<OnTheWire> failures = new ArrayList<>();
        for (Order order : orders) {
            if (order.where.matchesRequest(request) && order.damage.stroke() instanceof Stroke.OnTheWay way) {
                remember(new Damaged(request.path(), "", order.damage, ""));
                failures.add(way.failure());
            }
        }
        return failures;
    }

    private synchronized void remember(Damaged damaged) {
        done.add(damaged);
    }
}
