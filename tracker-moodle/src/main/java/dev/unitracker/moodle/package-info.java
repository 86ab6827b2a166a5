/** Reads a student's Moodle: start with {@link dev.unitracker.moodle.Moodle}. */
@NullMarked
package dev.unitracker.moodle;

import org.jspecify.annotations.NullMarked;
