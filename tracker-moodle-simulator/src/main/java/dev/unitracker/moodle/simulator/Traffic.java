package dev.unitracker.moodle.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what was asked. Safe for use by several threads. */
final class Traffic {
    private final List<Asked> log = new ArrayList<>();
    private int logins;

    synchronized void add(Request request) {
        if (request.path().equals(Login.PATH) && !request.fields().containsKey("appsitecheck")) {
            logins++;
        }
        String path = request.path().replaceFirst("^(/tokenpluginfile\\.php/)[^/]+", "$1***");
        log.add(new Asked(request.method(), path, Functions.namedIn(request)));
    }

    synchronized void reset() {
        log.clear();
        logins = 0;
    }

    synchronized int requests() {
        return log.size();
    }

    synchronized int logins() {
        return logins;
    }

    synchronized int batches() {
        return counts().getOrDefault(Functions.BATCH, 0);
    }

    synchronized Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        log.forEach(asked -> asked.functions().forEach(function -> counts.merge(function, 1, Integer::sum)));
        return Collections.unmodifiableMap(counts);
    }

    synchronized List<Asked> log() {
        return List.copyOf(log);
    }
}
