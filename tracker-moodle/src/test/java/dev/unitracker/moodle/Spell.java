package dev.unitracker.moodle;

import java.util.function.Consumer;

/**
 * Something that befalls a site for some looks.
 *
 * @param looks how many
 * @param befall makes the site so, for one look
 * @param hidden the key of the activity that it takes out of the student's sight; empty if none
 * @param nextDay whether it comes a day after the last look
 */
record Spell(int looks, Consumer<Student> befall, String hidden, boolean nextDay) {

    Spell(int looks, Consumer<Student> befall) {
        this(looks, befall, "", false);
    }

    Spell hides(String key) {
        return new Spell(looks, befall, key, nextDay);
    }

    Spell onTheNextDay() {
        return new Spell(looks, befall, hidden, true);
    }

    /** Returns what is left of it after a look. */
    Spell afterOneLook() {
        return new Spell(looks - 1, befall, hidden, false);
    }
}
