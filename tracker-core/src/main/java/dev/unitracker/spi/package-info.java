/** What an adapter implements: where observations come from, what remembers them, and who is told. */
@NullMarked
package dev.unitracker.spi;

import org.jspecify.annotations.NullMarked;
