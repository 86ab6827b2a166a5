/** The diff engine: pure functions from two states to what happened between them. */
@NullMarked
package dev.unitracker.diff;

import org.jspecify.annotations.NullMarked;
