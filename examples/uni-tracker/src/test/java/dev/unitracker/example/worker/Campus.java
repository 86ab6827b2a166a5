package dev.unitracker.example.worker;

import dev.unitracker.Accounts;
import dev.unitracker.Tracker;
import dev.unitracker.TrackerBuilder;
import dev.unitracker.error.SourceUnavailableException;
import dev.unitracker.model.Evidence;
import dev.unitracker.model.ItemType;
import dev.unitracker.spi.Collector;
import dev.unitracker.spi.Completeness;
import dev.unitracker.spi.Look;
import dev.unitracker.spi.Notifier;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import dev.unitracker.spi.Sink;
import dev.unitracker.store.jdbc.JdbcStore;
import dev.unitracker.words.Language;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Students whose sites do what a test says, and who count how often they are looked at. Safe for use by several threads. */
final class Campus implements Students {

    static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    private final JdbcStore store;
    private final InstantSource clock;
    private final Tempo tempo;
    private final Map<String, Pupil> pupils;

    Campus(JdbcStore store, InstantSource clock, Tempo tempo) {
        this(store, clock, tempo, new ConcurrentHashMap<>());
    }

    private Campus(JdbcStore store, InstantSource clock, Tempo tempo, Map<String, Pupil> pupils) {
        this.store = store;
        this.clock = clock;
        this.tempo = tempo;
        this.pupils = pupils;
    }

    /** Returns the same students, as another process that has connections of its own sees them. */
    Campus seenBy(JdbcStore other) {
        return new Campus(other, clock, tempo, pupils);
    }

    /** What one student's site does. */
    static final class Pupil {
        private final String name;
        private final String site;
        private final AtomicBoolean beingLookedAt = new AtomicBoolean();
        private final AtomicInteger looks = new AtomicInteger();
        private final Map<Integer, CountDownLatch> awaited = new ConcurrentHashMap<>();
        volatile boolean twiceAtATime;
        volatile boolean paused;
        private volatile Runnable doing = () -> {};
        private volatile Optional<Notifier> notifier = Optional.empty();
        private volatile String title = "Essay";

        private Pupil(String name, String site) {
            this.name = name;
            this.site = site;
        }

        /** Does this whenever it is looked at. */
        Pupil does(Runnable action) {
            doing = action;
            return this;
        }

        Pupil fails() {
            return does(() -> {
                throw new SourceUnavailableException(site + " is away");
            });
        }

        Pupil tells(Notifier to) {
            notifier = Optional.of(to);
            return this;
        }

        Pupil shows(String essay) {
            title = essay;
            return this;
        }

        int looks() {
            return looks.get();
        }

        /** Waits until it was looked at so often. */
        boolean wasLookedAt(int times) throws InterruptedException {
            CountDownLatch latch = awaited.computeIfAbsent(times, key -> new CountDownLatch(1));
            if (looks.get() >= times) {
                return true;
            }
            return latch.await(60, TimeUnit.SECONDS);
        }

        private Collector collector() {
            return new Collector() {
                @Override
                public String name() {
                    return "campus";
                }

                @Override
                public void collect(Look look, Sink sink) {
                    twiceAtATime |= !beingLookedAt.compareAndSet(false, true);
                    try {
                        doing.run();
                        sink.observe(essay());
                    } finally {
                        beingLookedAt.set(false);
                        int count = looks.incrementAndGet();
                        awaited.forEach((times, latch) -> {
                            if (count >= times) {
                                latch.countDown();
                            }
                        });
                    }
                }
            };
        }

        private Observation essay() {
            Sighting sighting = Sighting.of("essay:1", ItemType.ASSIGNMENT)
                    .course("course:1")
                    .title(title)
                    .build();
            return new Observation(
                    new Scope("campus", "essays"),
                    Completeness.witnessed("a count"),
                    List.of(sighting),
                    Set.of(),
                    new Evidence("campus", "essays", null));
        }
    }

    Pupil add(String name) {
        return add(name, "campus.example.edu");
    }

    Pupil add(String name, String site) {
        Pupil pupil = new Pupil(name, site);
        pupils.put(name, pupil);
        return pupil;
    }

    @Override
    public Set<String> names() {
        Map<String, Pupil> known = new TreeMap<>(pupils);
        known.values().removeIf(pupil -> pupil.paused);
        return known.keySet();
    }

    @Override
    public Optional<Student> find(String name) {
        return Optional.ofNullable(pupils.get(name))
                .filter(pupil -> !pupil.paused)
                .map(pupil -> new Student(pupil.site, tracker(pupil), tempo, Optional.empty()));
    }

    private Tracker tracker(Pupil pupil) {
        TrackerBuilder builder = Tracker.of(
                        Accounts.in(store).at(clock).createOrChange(pupil.name, MADRID, Language.ENGLISH))
                .collector(pupil.collector())
                .owner("worker")
                .staleAfter(Duration.ofDays(30))
                .dailyDigestAt(7);
        pupil.notifier.ifPresent(builder::notifier);
        return builder.build();
    }
}
