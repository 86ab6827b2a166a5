package dev.unitracker.moodle.internal.look;

import dev.unitracker.moodle.internal.answers.Keys;
import dev.unitracker.moodle.internal.answers.ListedModule;
import dev.unitracker.spi.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Where the texts of pages are read: in their list, or in files where the site has no list. Both say the same in other words, so
 * a list that the site does not offer today is waited for. For one look and one thread.
 */
final class PageTexts {

    private static final String PAGE = "page";

    private final Reading reading;
    private final boolean offered;
    private @Nullable Boolean gone;

    PageTexts(Reading reading) {
        this.reading = reading;
        this.offered =
                reading.asking().site().offers(reading.calls().modules(PAGE).function());
        if (offered) {
            new Held(reading.look()).forget(Owed.list(PAGE));
        }
    }

    /** Tells whether the text of an activity is in the list, and its files are left alone. */
    boolean areListed(ListedModule module) {
        return module.modname().equals(PAGE) && (offered || (wasListed(module) && !isGone()));
    }

    private boolean wasListed(ListedModule module) {
        Scope list = new Scope(reading.nameOf(MoodlePart.CONTENTS), PAGE + "/" + Keys.course(module.course()));
        return reading.remembered(list).stream()
                .anyMatch(known -> known.sighting().key().equals(Keys.module(module.cmid())));
    }

    private boolean isGone() {
        if (gone == null) {
            gone = new Held(reading.look()).isBelieved(Owed.list(PAGE));
        }
        return gone;
    }
}
