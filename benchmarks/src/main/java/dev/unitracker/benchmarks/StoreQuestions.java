package dev.unitracker.benchmarks;

import dev.unitracker.Accounts;
import dev.unitracker.Changes;
import dev.unitracker.Tracker;
import dev.unitracker.model.Change;
import dev.unitracker.spi.Store;
import dev.unitracker.words.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;

/** The questions that a host asks again and again, of students at random. Each of them must have an answer at times. */
final class StoreQuestions {

    private static final int PAGE = 500;
    private static final Duration FORTNIGHT = Duration.ofDays(14);

    private final Store store;
    private final Faculty faculty;
    private final Random random = new Random(42);
    private long answered;

    StoreQuestions(Store store, Faculty faculty) {
        this.store = store;
        this.faculty = faculty;
    }

    /**
     * Reads every student's ledger from its beginning to its end, as an agent does that is new to them, and returns how long
     * each page took. None of them was asked for before.
     */
    Latency everyPage() {
        List<Long> took = new ArrayList<>();
        long entries = 0;
        for (int number = 0; number < faculty.students(); number++) {
            Changes changes = tracker(faculty.student(number)).account().changes();
            long last = 0;
            List<Change> page;
            do {
                long begin = System.nanoTime();
                page = changes.after(last, PAGE);
                took.add(System.nanoTime() - begin);
                entries += page.size();
                last = page.isEmpty() ? last : page.get(page.size() - 1).number();
            } while (page.size() == PAGE);
        }
        if (entries != (long) faculty.students() * faculty.entries()) {
            throw new IllegalStateException("only " + entries + " entries were found");
        }
        return new Latency(took.stream().mapToLong(Long::longValue).toArray());
    }

    /** Asks for a page of the ledger that begins anywhere in it. */
    IntConsumer after() {
        return time -> answered += tracker(student())
                .account()
                .changes()
                .after(random.nextInt(faculty.entries() - PAGE), PAGE)
                .size();
    }

    IntConsumer afterOfHeavy() {
        return time -> answered += tracker(Faculty.HEAVY)
                .account()
                .changes()
                .after(random.nextInt(faculty.heavyEntries() - PAGE), PAGE)
                .size();
    }

    /** Asks for what changed in the last day. */
    IntConsumer since() {
        Instant yesterday = Semester.NOW.minus(Duration.ofDays(1));
        return time -> answered +=
                tracker(student()).account().changes().since(yesterday, PAGE).size();
    }

    IntConsumer sinceOfHeavy() {
        Instant yesterday = Semester.NOW.minus(Duration.ofDays(1));
        return time -> answered += tracker(Faculty.HEAVY)
                .account()
                .changes()
                .since(yesterday, PAGE)
                .size();
    }

    IntConsumer deadlines() {
        return time ->
                answered += tracker(student()).account().deadlines(FORTNIGHT).size();
    }

    IntConsumer risks() {
        return time -> answered += tracker(student()).account().risks(FORTNIGHT).size();
    }

    IntConsumer courseRead() {
        return time -> answered += course().read();
    }

    IntConsumer courseWrite() {
        return time -> answered += course().write("Trabajo práctico nuevo " + time);
    }

    /** Returns how much came back since it was asked last: a question that nothing answers would be quick as well. */
    long answered() {
        long sum = answered;
        answered = 0;
        return sum;
    }

    private OneCourse course() {
        return new OneCourse(store, student(), Semester.course(random.nextInt(Semester.COURSES)));
    }

    private String student() {
        return faculty.student(random.nextInt(faculty.students()));
    }

    private Tracker tracker(String account) {
        return Tracker.of(Accounts.in(store).create(account, ZoneOffset.ofHours(-3), Language.SPANISH))
                .collectors(List.of(new Syllabus(0, 0, 0)))
                .clock(() -> Semester.NOW)
                .build();
    }
}
