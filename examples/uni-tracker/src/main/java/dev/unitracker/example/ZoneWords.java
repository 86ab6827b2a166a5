package dev.unitracker.example;

import java.time.Instant;
import java.time.ZoneId;

/** Says in which zone times are told, since a deadline that is read in another is missed. Pure. */
final class ZoneWords {

    private ZoneWords() {}

    /**
     * Returns a sentence.
     *
     * @param machine the zone of this machine, which is named if nobody chose another and its clocks show another time now
     */
    static String of(Settings settings, ZoneId machine, Instant now) {
        ZoneId zone = settings.zone();
        String told = "Times are those of " + zone + " (" + Settings.ZONE + ").";
        boolean sameTime =
                zone.getRules().getOffset(now).equals(machine.getRules().getOffset(now));
        return settings.get(Settings.ZONE).isPresent() || sameTime
                ? told
                : told + " This machine's are those of " + machine + ": set " + Settings.ZONE + " if you want these.";
    }
}
