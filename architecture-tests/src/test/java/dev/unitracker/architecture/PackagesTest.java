package dev.unitracker.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which package uses which: downwards only, and as ARCHITECTURE.md says. */
class PackagesTest {

    private static final String BEGIN = "<!-- packages: begin -->";
    private static final String END = "<!-- packages: end -->";

    @Test
    void no_packages_need_each_other_in_a_circle() {
        SortedMap<String, SortedSet<String>> arrows = House.arrows();

        List<String> circle = House.circle(arrows);

        assertThat(circle).as("packages that use each other in a circle").isEmpty();
    }

    @Test
    void the_table_of_the_architecture_is_what_the_code_does() {
        String document = House.document("ARCHITECTURE.md");

        String table = between(document, BEGIN, END).strip();

        // Printed whole, so that it can be put into the document once the change was meant.
        assertThat(table).as("the table of packages in ARCHITECTURE.md").isEqualTo(table(House.arrows()));
    }

    @Test
    void a_circle_is_found_where_there_is_one() {
        Map<String, Set<String>> arrows = Map.of("a", Set.of("b"), "b", Set.of("c"), "c", Set.of("b"));

        List<String> circle = House.circle(new TreeMap<>(arrows));

        assertThat(circle).containsExactly("b", "c");
    }

    /** A row for each package: those that need others stand above what they need. */
    private static String table(SortedMap<String, SortedSet<String>> arrows) {
        StringBuilder table = new StringBuilder("| package | uses |\n|---|---|");
        for (String name : fromTheTop(arrows)) {
            String used = arrows.getOrDefault(name, new TreeSet<>()).stream()
                    .map(House::shortName)
                    .map(each -> "`" + each + "`")
                    .collect(Collectors.joining(" "));
            table.append("\n| `")
                    .append(House.shortName(name))
                    .append("` | ")
                    .append(used)
                    .append(" |");
        }
        return table.toString();
    }

    private static List<String> fromTheTop(SortedMap<String, SortedSet<String>> arrows) {
        Deque<String> order = new ArrayDeque<>();
        Set<String> placed = new TreeSet<>();
        arrows.keySet().forEach(name -> place(name, arrows, placed, order));
        return List.copyOf(order);
    }

    private static void place(
            String name, SortedMap<String, SortedSet<String>> arrows, Set<String> placed, Deque<String> order) {
        if (placed.add(name)) {
            arrows.getOrDefault(name, new TreeSet<>()).forEach(used -> place(used, arrows, placed, order));
            order.addFirst(name);
        }
    }

    static String between(String text, String begin, String end) {
        int from = text.indexOf(begin);
        int to = text.indexOf(end);
        assertThat(from).as("place of " + begin).isNotNegative();
        assertThat(to).as("place of " + end).isGreaterThan(from);
        return text.substring(from + begin.length(), to);
    }
}
