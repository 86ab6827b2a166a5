package dev.unitracker.notice;

import dev.unitracker.notice.Message.Line;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * What a channel takes as one message, and how longer ones are cut into parts that it takes. For whoever writes a
 * notifier. Immutable and safe for use by several threads.
 *
 * <pre>{@code
 * ChannelLimits limits = ChannelLimits.none().characters(2_000, line -> written(line));
 * for (List<Line> part : limits.parts(message.lines())) {
 *     post(part.stream().map(line -> written(line)).collect(joining("\n")));
 * }
 * }</pre>
 *
 * <p>What is cut are lines that have no markup yet, so no tag and no escape is ever cut: limits are told how a line is
 * written, and count that. It is cut between lines, and within one only where that line alone is more than a message
 * takes: there at a space, or else between two characters as people count them. An emoji of several code points, a
 * letter and its accents stay together unless together they are more than a message takes.
 */
public final class ChannelLimits {

    /** So many units of a line have to fit beside its link, or half of what fits without it. */
    private static final int ROOM = 200;

    private static final ChannelLimits NONE = new ChannelLimits(List.of());

    private final List<Limit> limits;

    private ChannelLimits(List<Limit> limits) {
        this.limits = limits;
    }

    /** One thing that is counted: what each line costs, and what comes on top between two lines. */
    private record Limit(int most, ToIntFunction<Line> cost, int between) {}

    /** Returns the limits of a channel that takes everything as one message. */
    public static ChannelLimits none() {
        return NONE;
    }

    /**
     * Returns these limits and one of characters, counted in UTF-16 units as {@link String#length} does, which is never
     * less than code points.
     *
     * @param most how many a message may have, the line feeds between its lines included
     * @param written how a line is written, as the channel counts it: with its markup or without
     * @throws IllegalArgumentException if the most is not positive
     */
    public ChannelLimits characters(int most, Function<Line, String> written) {
        return and(most, line -> written.apply(line).length(), 1);
    }

    /**
     * Returns these limits and one of bytes in UTF-8.
     *
     * @param most how many a message may have, the line feeds between its lines included
     * @param written how a line is sent
     * @throws IllegalArgumentException if the most is not positive
     */
    public ChannelLimits bytes(int most, Function<Line, String> written) {
        return and(most, line -> written.apply(line).getBytes(StandardCharsets.UTF_8).length, 1);
    }

    /**
     * Returns these limits and one of something else, for example of links.
     *
     * @param most how much of it a message may have
     * @param cost how much of it a line has; a longer line has no less
     * @throws IllegalArgumentException if the most is not positive
     */
    public ChannelLimits sum(int most, ToIntFunction<Line> cost) {
        return and(most, cost, 0);
    }

    private ChannelLimits and(int most, ToIntFunction<Line> cost, int between) {
        Objects.requireNonNull(cost, "cost");
        if (most < 1) {
            throw new IllegalArgumentException("a message has something: " + most);
        }
        List<Limit> more = new ArrayList<>(limits);
        more.add(new Limit(most, cost, between));
        return new ChannelLimits(List.copyOf(more));
    }

    /**
     * Cuts lines into parts, each of which is within the limits. All parts together say all that the lines say, in its
     * order; where a line is cut at a space, that space is lost. Each piece of a cut line has the line's style and leads
     * where the line leads; only a link that leaves hardly any room beside it becomes a part of the text. A part that says nothing is left out where another says something, since hardly any channel
     * takes one. A single character that is too much is a piece of its own.
     *
     * @param lines at least one
     * @return at least one part, each of at least one line
     * @throws IllegalArgumentException if there is no line
     */
    public List<List<Line>> parts(List<Line> lines) {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("nothing to cut");
        }
        List<List<Line>> parts = new ArrayList<>();
        List<Line> part = new ArrayList<>();
        int[] used = new int[limits.size()];
        for (Line whole : lines) {
            for (Line line : pieces(whole)) {
                int[] cost = cost(line);
                if (!part.isEmpty() && !fits(used, cost, part.size())) {
                    parts.add(List.copyOf(part));
                    part.clear();
                    used = new int[limits.size()];
                }
                part.add(line);
                add(used, cost);
            }
        }
        parts.add(List.copyOf(part));
        return saying(parts);
    }

    private static List<List<Line>> saying(List<List<Line>> parts) {
        List<List<Line>> saying = parts.stream()
                .filter(part -> part.stream().anyMatch(line -> !line.text().isBlank()))
                .toList();
        return saying.isEmpty() ? List.copyOf(parts.subList(0, 1)) : saying;
    }

    private int[] cost(Line line) {
        return limits.stream().mapToInt(limit -> limit.cost().applyAsInt(line)).toArray();
    }

    private static void add(int[] used, int... cost) {
        for (int i = 0; i < used.length; i++) {
            used[i] += cost[i];
        }
    }

    private boolean fits(int[] used, int[] cost, int linesBefore) {
        for (int i = 0; i < used.length; i++) {
            Limit limit = limits.get(i);
            if (used[i] + cost[i] + linesBefore * limit.between() > limit.most()) {
                return false;
            }
        }
        return true;
    }

    private boolean fits(Line line) {
        return fits(new int[limits.size()], cost(line), 0);
    }

    private List<Line> pieces(Line line) {
        if (fits(line)) {
            return List.of(line);
        }
        if (line.link() != null && !leavesRoom(line)) {
            return pieces(Line.of(line.style(), (line.text() + " " + line.link()).strip()));
        }
        List<Line> pieces = new ArrayList<>();
        TextCutter text = cutter(line);
        while (text.hasNext()) {
            pieces.add(new Line(line.style(), text.next(), line.link()));
        }
        return pieces;
    }

    /** Nobody wants a hundred messages of a few letters each below a link that fills the rest. */
    private boolean leavesRoom(Line line) {
        int withoutLink = cutter(Line.of(line.style(), line.text())).longest();
        int withLink = cutter(line).longest();
        return withLink >= Math.max(1, Math.min(ROOM, withoutLink / 2));
    }

    private TextCutter cutter(Line line) {
        return new TextCutter(line.text(), start -> fits(new Line(line.style(), start, line.link())));
    }
}
