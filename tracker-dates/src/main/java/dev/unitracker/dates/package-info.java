/** Finds dates and places in Spanish and English prose, deterministically. */
@NullMarked
package dev.unitracker.dates;

import org.jspecify.annotations.NullMarked;
