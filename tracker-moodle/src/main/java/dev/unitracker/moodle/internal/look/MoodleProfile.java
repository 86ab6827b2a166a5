package dev.unitracker.moodle.internal.look;

import dev.unitracker.spi.SourceProfile;
import dev.unitracker.words.Bundle;
import dev.unitracker.words.Language;

/** How people speak of Moodle. */
public final class MoodleProfile {

    /** The profile of every Moodle, whatever its collector is called. */
    public static final SourceProfile PROFILE =
            new SourceProfile("moodle", Bundle.read(MoodleProfile.class::getResourceAsStream, Language.BUILT_IN));

    private MoodleProfile() {}
}
