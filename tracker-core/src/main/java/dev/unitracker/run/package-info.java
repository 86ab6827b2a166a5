/** Looks as they are stored: how each ended, how much of each part it saw, and what it did not see and why. */
@NullMarked
package dev.unitracker.run;

import org.jspecify.annotations.NullMarked;
