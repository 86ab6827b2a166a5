package dev.unitracker.moodle.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** All that can change about a running simulator. Safe for use by several threads. */
final class Site {
    final Tokens tokens = new Tokens();
    final Faults faults = new Faults();
    final Damages damages = new Damages();
    final Traffic traffic = new Traffic();
    final Set<String> removedFunctions = ConcurrentHashMap.newKeySet();
    final Map<String, Set<String>> rejectedParameters = new ConcurrentHashMap<>();
    final CountDownLatch closing = new CountDownLatch(1);
    volatile boolean cronRests;
    volatile Scene scene;
    volatile Optional<Shuffle> shuffle = Optional.empty();

    Site(Scene scene) {
        this.scene = scene;
    }

    /** Waits, but not beyond the end of the simulator. */
    void delay(Duration time) throws InterruptedException {
        closing.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** One request on its way: when it sees the site, and what will go wrong with its answer. */
    record Exchange(Scene scene, List<OnTheWire> failures) {}
}
