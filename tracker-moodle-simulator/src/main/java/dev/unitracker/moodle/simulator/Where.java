package dev.unitracker.moodle.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;

/** Says which requests a failure or an edit is meant for. Immutable. */
public final class Where {
    private static final Share ALL = new Share(1, 0);

    private final Optional<String> function;
    private final String pathPart;
    private final Map<String, String> arguments;

    private final Share share;

    private Where(Optional<String> function, String pathPart, Map<String, String> arguments, Share share) {
        this.function = function;
        this.pathPart = pathPart;
        this.arguments = arguments;
        this.share = share;
    }

    /** Some of all calls, told by what they ask for. */
    private record Share(int outOf, long seed) {
        boolean holds(String question) {
            return outOf == 1 || new SplittableRandom(seed * 31 + question.hashCode()).nextInt(outOf) == 0;
        }
    }

    /** Matches every HTTP request, whatever it asks for. */
    public static Where everything() {
        return path("");
    }

    /** Matches every call of a web-service function, alone or inside a batch. */
    public static Where function(String name) {
        return new Where(Optional.of(name), "", Map.of(), ALL);
    }

    /** Matches every HTTP request whose path, percent-decoded and without query, contains a text: files, login, calendar. */
    public static Where path(String part) {
        return new Where(Optional.empty(), Objects.requireNonNull(part, "part"), Map.of(), ALL);
    }

    /**
     * Narrows this to calls with an argument of a value, named as a form names it ({@code courseid}, {@code
     * events[groupids][0]}); in an HTTP request that is a field of its query or form.
     */
    public Where with(String argument, Object value) {
        Map<String, String> narrowed = new LinkedHashMap<>(arguments);
        narrowed.put(argument, value.toString());
        return new Where(function, pathPart, narrowed, share);
    }

    /**
     * Narrows this to about one in so many calls or requests: the same ones whenever they ask for the same.
     *
     * @throws IllegalArgumentException if it is less than one
     */
    public Where oneIn(int outOf, long seed) {
        if (outOf < 1) {
            throw new IllegalArgumentException("outOf must be positive: " + outOf);
        }
        return new Where(function, pathPart, arguments, new Share(outOf, seed));
    }

    boolean matchesCall(String name, Arguments asked) {
        return function.filter(name::equals).isPresent() && matches(asked) && share.holds(asked.toString());
    }

    boolean matchesRequest(Request request) {
        return function.isEmpty()
                && request.path().contains(pathPart)
                && matches(request.arguments())
                && share.holds(request.path());
    }

    private boolean matches(Arguments asked) {
        return arguments.entrySet().stream()
                .allMatch(wanted -> asked.nested(wanted.getKey())
                        .filter(wanted.getValue()::equals)
                        .isPresent());
    }

    @Override
    public String toString() {
        return function.orElse("*" + pathPart + "*") + arguments;
    }
}
