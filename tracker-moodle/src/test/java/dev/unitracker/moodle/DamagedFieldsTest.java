package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.moodle.simulator.Where;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** So often a student is damaged on an occasion that lets time pass. */
    private static final int DAYS = 10;

    private final Random random = new Random(Long.getLong("unitracker.seed", 1));
    private final int most = Integer.getInteger("unitracker.groups", 12);
    private final List<Cases> functions = new ArrayList<>();
    private final Map<Occasion, Student> students = new EnumMap<>(Occasion.class);
    private final Set<String> known = new HashSet<>();
    private final Map<String, Integer> tried = new TreeMap<>();
    private final Map<String, List<String>> wrong = new TreeMap<>();
    private final Map<String, List<String>> together = new TreeMap<>();
    private int days;

    /**
     * What is to be tried of one function.
     *
     * @param left what was not tried yet, in the order drawn
     */
    private record Cases(Occasion occasion, List<DamagedField> left) {

        DamagedField last() {
            return left.get(left.size() - 1);
        }

        DamagedField take() {
            return left.remove(left.size() - 1);
        }
    }

    /** What is tried at the same time. */
    private record Group(Occasion occasion, List<DamagedField> fields) {}

    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void of_a_field_that_comes_damaged_nothing_is_told() {
        try {
            for (Occasion occasion : Occasion.values()) {
                findCases(occasion);
            }
            int groups = 0;
            for (Group group = next(); !group.fields.isEmpty() && groups < most; group = next()) {
                attempt(group);
                groups++;
            }
        } finally {
            students.values().forEach(Student::close);
        }
        print();

        assertThat(wrong).isEmpty();
        assertThat(together).isEmpty();
    }

    private void findCases(Occasion occasion) {
        Student student = occasion.settled();
        students.put(occasion, student);
        see(student, occasion);
        Map<String, Set<DamagedField>> found = new ConcurrentSkipListMap<>();
        student.moodle.countsByFunction().keySet().stream()
                .filter(known::add)
                .forEach(function -> student.moodle.answer(Where.function(function), answer -> {
                    found.computeIfAbsent(function, name -> Collections.synchronizedSet(new LinkedHashSet<>()))
                            .addAll(DamagedField.of(function, answer).toList());
                    return answer;
                }));
        see(student, occasion);
        student.moodle.clearFailures();
        found.values().forEach(all -> {
            List<DamagedField> shuffled = new ArrayList<>(all);
            shuffled.removeIf(field -> !field.isTried());
            Collections.shuffle(shuffled, random);
            functions.add(new Cases(occasion, shuffled));
        });
    }

    private static void see(Student student, Occasion occasion) {
        occasion.befall(student);
        occasion.befallEachLook(student);
        student.look();
    }

    /** Takes one case of each function, beginning with another function each time; one that hides others stays alone. */
    private Group next() {
        functions.removeIf(cases -> cases.left.isEmpty());
        if (functions.isEmpty()) {
            return new Group(Occasion.EACH_LOOK, List.of());
        }
        Collections.rotate(functions, -1);
        Occasion occasion = functions.get(0).occasion;
        List<DamagedField> group = new ArrayList<>();
        group.add(functions.get(0).take());
        if (!group.get(0).hidesOthers()) {
            functions.stream()
                    .skip(1)
                    .filter(cases -> cases.occasion == occasion && !cases.last().hidesOthers())
                    .forEach(cases -> group.add(cases.take()));
        }
        return new Group(occasion, group);
    }

    private void attempt(Group group) {
        group.fields.forEach(each -> tried.merge(each.function(), 1, Integer::sum));
        List<String> told = told(group);
        if (told.isEmpty()) {
            return;
        }
        boolean traced = false;
        for (DamagedField each : group.fields) {
            List<String> alone = group.fields.size() == 1 ? told : told(new Group(group.occasion, List.of(each)));
            if (!alone.isEmpty()) {
                wrong.put(each.toString(), alone.subList(0, Math.min(3, alone.size())));
                traced = true;
            }
        }
        if (!traced) {
            together.put(group.fields.toString(), told.subList(0, Math.min(3, told.size())));
        }
    }

    private List<String> told(Group group) {
        Student student = Objects.requireNonNull(students.get(group.occasion));
        List<String> told = DamagedField.told(student, group.occasion, group.fields);
        boolean aged = group.occasion == Occasion.NEXT_DAY && ++days % DAYS == 0;
        if (!told.isEmpty() || aged) {
            student.close();
            students.put(group.occasion, group.occasion.settled());
        }
        return told;
    }

    private void print() {
        int left = functions.stream().mapToInt(cases -> cases.left.size()).sum();
        int done = tried.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf(
                "damaged fields: %d tried, %d left, %d wrong alone, %d groups wrong only together%n",
                done, left, wrong.size(), together.size());
        Map<String, Long> bad = wrong.keySet().stream()
                .collect(Collectors.groupingBy(line -> line.split(" ", 3)[1], Collectors.counting()));
        tried.forEach((function, count) -> System.out.printf(
                "  %-50s %5d tried %5d wrong alone%n", function, count, bad.getOrDefault(function, 0L)));
        wrong.forEach(DamagedFieldsTest::print);
        together.forEach(DamagedFieldsTest::print);
    }

    private static void print(String what, List<String> told) {
        System.out.println("  " + what + "\n    " + String.join("\n    ", told));
    }
}
