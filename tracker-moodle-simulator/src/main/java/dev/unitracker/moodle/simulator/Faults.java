package dev.unitracker.moodle.simulator;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The orders to misbehave, in the order they were given. Safe for use by several threads. */
final class Faults {
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final List<Rewrite> rewrites = new CopyOnWriteArrayList<>();

    void add(Where where, Failure failure, int times) {
        rules.add(new Rule(where, failure, new AtomicInteger(times)));
    }

    void add(Where where, UnaryOperator<String> edit) {
        rewrites.add(new Rewrite(where, edit));
    }

    void clear() {
        rules.clear();
        rewrites.clear();
    }

    List<Failure> ofCall(String function, Arguments arguments) {
        return taken(where -> where.matchesCall(function, arguments));
    }

    List<Failure> ofRequest(Request request) {
        return taken(where -> where.matchesRequest(request));
    }

    String edited(String function, Arguments arguments, String answer) {
        String edited = answer;
        for (Rewrite rewrite : rewrites) {
            edited = rewrite.where.matchesCall(function, arguments) ? rewrite.edit.apply(edited) : edited;
        }
        return edited;
    }

    Reply edited(Request request, Reply reply) {
        Reply edited = reply;
        for (Rewrite rewrite : rewrites) {
            edited = rewrite.where.matchesRequest(request) ? edited.edited(rewrite.edit) : edited;
        }
        return edited;
    }

    private List<Failure> taken(Predicate<Where> matches) {
        return rules.stream()
                .filter(rule -> matches.test(rule.where) && rule.take())
                .map(Rule::failure)
                .toList();
    }

    private record Rule(Where where, Failure failure, AtomicInteger left) {
        boolean take() {
            return left.getAndUpdate(times -> Math.max(0, times - 1)) > 0;
        }
    }

    private record Rewrite(Where where, UnaryOperator<String> edit) {}
}
