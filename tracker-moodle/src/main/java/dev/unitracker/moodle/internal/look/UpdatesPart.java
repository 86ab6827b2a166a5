package dev.unitracker.moodle.internal.look;

import dev.unitracker.spi.Observation;
import java.util.function.Consumer;

/** Sees nothing itself: that the site is asked what moved, so that the others read only that, is done for all together. */
final class UpdatesPart extends Part {

    UpdatesPart() {
        super(Names.UPDATES);
    }

    @Override
    void observe(Reading reading, Consumer<Observation> observations) {
        // The plan of the reading has asked already.
    }
}
