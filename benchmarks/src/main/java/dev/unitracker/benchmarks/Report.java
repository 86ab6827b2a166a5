package dev.unitracker.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The figures as they come, and the table of them at the end. */
final class Report {

    private final List<Figure> figures = new ArrayList<>();
    private final PrintStream progress;

    Report(PrintStream progress) {
        this.progress = progress;
    }

    /** Says what is being done. */
    void doing(String what) {
        progress.println(what + " …");
    }

    void add(Figure figure) {
        figures.add(figure);
        progress.println("  " + figure.what() + ": " + figure.measured());
    }

    boolean allMet() {
        return figures.stream().allMatch(Figure::met);
    }

    /** Prints the table in Markdown, aligned so that it reads as plain text as well. */
    void print(PrintStream out) {
        List<Function<Figure, String>> columns =
                List.of(Figure::what, Figure::measured, Figure::target, Figure::verdict);
        List<String> heads = List.of("what", "measured", "target", "met");
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            Function<Figure, String> column = columns.get(i);
            widths.add(Math.max(
                    heads.get(i).length(),
                    figures.stream()
                            .mapToInt(figure -> column.apply(figure).length())
                            .max()
                            .orElse(0)));
        }
        out.println(line(heads, widths));
        out.println(line(widths.stream().map("-"::repeat).toList(), widths));
        for (Figure figure : figures) {
            out.println(
                    line(columns.stream().map(column -> column.apply(figure)).toList(), widths));
        }
    }

    private static String line(List<String> cells, List<Integer> widths) {
        StringBuilder line = new StringBuilder("|");
        for (int i = 0; i < cells.size(); i++) {
            line.append(' ')
                    .append(cells.get(i))
                    .append(" ".repeat(widths.get(i) - cells.get(i).length()));
            line.append(" |");
        }
        return line.toString();
    }
}
