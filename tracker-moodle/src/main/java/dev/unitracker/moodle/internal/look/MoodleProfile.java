package dev.unitracker.moodle.internal.look;

import dev.unitracker.spi.SourceProfile;
import dev.unitracker.words.Bundle;
import dev.unitracker.words.Language;

/** How people speak of Moodle. */
public final class MoodleProfile {

    private static final String NAME = "moodle";

    private static final Bundle TEXTS = Bundle.read(MoodleProfile.class::getResourceAsStream, Language.BUILT_IN);

    private MoodleProfile() {}

    /** Returns the profile of a Moodle whose collector, and with it its parts, has a name. */
    public static SourceProfile of(String collector) {
        return new SourceProfile(
                NAME, collector.equals(NAME) ? TEXTS : TEXTS.renamed("area." + NAME + "_", "area." + collector + "_"));
    }
}
