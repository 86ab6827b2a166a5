/** What can go wrong, by what a caller can do about it: wait, mend the settings, or report a fault. */
@NullMarked
package dev.unitracker.error;

import org.jspecify.annotations.NullMarked;
