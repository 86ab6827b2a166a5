/** The entry to Uni Tracker: build a {@code Tracker}, let it look, read what changed. */
@NullMarked
package dev.unitracker;

import org.jspecify.annotations.NullMarked;
