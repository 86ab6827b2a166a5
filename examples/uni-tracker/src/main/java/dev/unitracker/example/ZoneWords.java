package dev.unitracker.example;

import dev.unitracker.words.Texts;
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
    static String of(Settings settings, Texts words, ZoneId machine, Instant now) {
        ZoneId zone = settings.zone();
        boolean sameTime =
                zone.getRules().getOffset(now).equals(machine.getRules().getOffset(now));
        return settings.get(Settings.ZONE).isPresent() || sameTime
                ? words.text("zone", zone)
                : words.text("zone.machine", zone, machine);
    }
}
