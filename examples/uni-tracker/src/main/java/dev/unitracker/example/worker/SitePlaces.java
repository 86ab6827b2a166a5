package dev.unitracker.example.worker;

import java.util.HashMap;
import java.util.Map;

/** Keeps a site that is slow from having all threads of a worker. Safe for use by several threads. */
final class SitePlaces {

    private final int most;
    private final Map<String, Integer> taken = new HashMap<>();

    /**
     * @param threads how many looks are made at once; a site gets three quarters of them at most, one at least
     */
    SitePlaces(int threads) {
        this.most = Math.max(1, threads * 3 / 4);
    }

    synchronized boolean take(String site) {
        int before = taken.getOrDefault(site, 0);
        if (before >= most) {
            return false;
        }
        taken.put(site, before + 1);
        return true;
    }

    synchronized void leave(String site) {
        taken.computeIfPresent(site, (name, count) -> count > 1 ? count - 1 : null);
    }
}
