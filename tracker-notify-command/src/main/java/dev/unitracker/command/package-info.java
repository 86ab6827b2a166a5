/** Tells people by a command of the host's choice what changed. */
@NullMarked
package dev.unitracker.command;

import org.jspecify.annotations.NullMarked;
