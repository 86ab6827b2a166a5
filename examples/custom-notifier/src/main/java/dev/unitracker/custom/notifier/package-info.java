/** An example of a channel that somebody adds without a change to the library. */
@NullMarked
package dev.unitracker.custom.notifier;

import org.jspecify.annotations.NullMarked;
