/**
 * The entry to Uni Tracker: create an {@code Account}, build a {@code Tracker} of it, let it look, and read what
 * changed.
 */
@NullMarked
package dev.unitracker;

import org.jspecify.annotations.NullMarked;
