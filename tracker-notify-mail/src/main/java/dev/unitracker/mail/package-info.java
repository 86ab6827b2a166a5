/** Tells people by e-mail what changed. */
@NullMarked
package dev.unitracker.mail;

import org.jspecify.annotations.NullMarked;
