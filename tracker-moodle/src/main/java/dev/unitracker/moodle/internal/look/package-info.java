/** Not API: what is asked in one look, and the collectors that hand it over. */
@NullMarked
package dev.unitracker.moodle.internal.look;

import org.jspecify.annotations.NullMarked;
