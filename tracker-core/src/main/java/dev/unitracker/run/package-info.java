/** Looks that were made: what came of each, of each part of a source, and what was not seen and why. */
@NullMarked
package dev.unitracker.run;

import org.jspecify.annotations.NullMarked;
