package dev.unitracker.moodle.internal.look;

import dev.unitracker.spi.Sink;

/** Sees nothing itself: that the site is asked what moved, so that the others read only that, is done for all together. */
final class UpdatesPart extends PartReader {

    UpdatesPart(String collector) {
        super(MoodlePart.UPDATES, collector);
    }

    @Override
    void observe(Reading reading, Sink sink) {
        // The plan of the reading has asked already.
    }
}
