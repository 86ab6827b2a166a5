/** Stores that live as long as the process. */
@NullMarked
package dev.unitracker.memory;

import org.jspecify.annotations.NullMarked;
