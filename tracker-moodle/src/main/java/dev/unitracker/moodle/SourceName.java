package dev.unitracker.moodle;

import dev.unitracker.error.SettingsException;

/** The name of a source, with which the names of its parts begin. */
final class SourceName {

    private SourceName() {}

    static String checked(String name) {
        if (!name.matches("[A-Za-z0-9_]{1,100}")) {
            throw new SettingsException("the name of a source has letters, digits and underscores: '" + name + "'");
        }
        return name;
    }
}
