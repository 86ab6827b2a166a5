package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.moodle.simulator.Recording;
import dev.unitracker.moodle.simulator.Where;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every field of every answer, damaged in every way that fits it, while nothing happens: nothing is told. So that it takes minutes
 * and not hours, answers of different functions are damaged together; what is told then is traced by damaging them alone.
 *
 * <p>The normal build tries some that the seed draws, the profile {@code fuzz} all; {@code -Dunitracker.seed=…} repeats them.
 */
class DamagedFieldsTest {

    private static final Recording DEMO = Recording.demo();

    private final Random random = new Random(Long.getLong("unitracker.seed", 1));
    private final int most = Integer.getInteger("unitracker.groups", 12);
    private final List<List<DamagedField>> functions = new ArrayList<>();
    private final Map<String, Integer> tried = new TreeMap<>();
    private final Map<String, List<String>> wrong = new TreeMap<>();
    private Student student = settled();

    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void of_a_field_that_comes_damaged_nothing_is_told() {
        findCases();
        int groups = 0;
        try {
            for (List<DamagedField> group = next(); !group.isEmpty() && groups < most; group = next()) {
                attempt(group);
                groups++;
            }
        } finally {
            student.close();
        }
        print();

        assertThat(wrong).isEmpty();
    }

    private static Student settled() {
        Student student = Student.of(DEMO);
        student.moodle.moveTo(DEMO.steps() - 1);
        return student.settled();
    }

    private void findCases() {
        student.look();
        Map<String, Set<DamagedField>> found = new ConcurrentSkipListMap<>();
        student.moodle
                .countsByFunction()
                .keySet()
                .forEach(function -> student.moodle.answer(Where.function(function), answer -> {
                    found.computeIfAbsent(function, name -> Collections.synchronizedSet(new LinkedHashSet<>()))
                            .addAll(DamagedField.of(function, answer).toList());
                    return answer;
                }));
        student.look();
        student.moodle.clearFailures();
        found.values().forEach(all -> {
            List<DamagedField> shuffled = new ArrayList<>(all);
            shuffled.removeIf(field -> !field.isTried());
            Collections.shuffle(shuffled, random);
            functions.add(shuffled);
        });
    }

    /** Takes one case of each function, beginning with another function each time; one that hides others stays alone. */
    private List<DamagedField> next() {
        List<DamagedField> group = new ArrayList<>();
        functions.removeIf(List::isEmpty);
        Collections.rotate(functions, -1);
        for (List<DamagedField> left : functions) {
            DamagedField one = left.get(left.size() - 1);
            if (group.isEmpty() || !one.hidesOthers()) {
                group.add(left.remove(left.size() - 1));
            }
            if (group.get(0).hidesOthers()) {
                return group;
            }
        }
        return group;
    }

    private void attempt(List<DamagedField> group) {
        group.forEach(each -> tried.merge(each.function(), 1, Integer::sum));
        List<String> told = told(group);
        if (told.isEmpty()) {
            return;
        }
        boolean traced = false;
        for (DamagedField each : group) {
            List<String> alone = group.size() == 1 ? told : told(List.of(each));
            if (!alone.isEmpty()) {
                wrong.put(each.toString(), alone.subList(0, Math.min(3, alone.size())));
                traced = true;
            }
        }
        if (!traced) {
            wrong.put("only together: " + group, told.subList(0, Math.min(3, told.size())));
        }
    }

    private List<String> told(List<DamagedField> group) {
        List<String> told = DamagedField.told(student, group);
        if (!told.isEmpty()) {
            student.close();
            student = settled();
        }
        return told;
    }

    private void print() {
        int left = functions.stream().mapToInt(List::size).sum();
        int done = tried.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf("damaged fields: %d tried, %d left, %d told something%n", done, left, wrong.size());
        Map<String, Long> bad = wrong.keySet().stream()
                .collect(Collectors.groupingBy(line -> line.split(" ", 3)[1], Collectors.counting()));
        tried.forEach((function, count) ->
                System.out.printf("  %-50s %5d tried %5d wrong%n", function, count, bad.getOrDefault(function, 0L)));
        wrong.forEach((what, told) -> System.out.println("  " + what + "\n    " + String.join("\n    ", told)));
    }
}
