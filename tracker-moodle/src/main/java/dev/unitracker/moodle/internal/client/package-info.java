/** Not API: the only place that talks to Moodle. */
@NullMarked
package dev.unitracker.moodle.internal.client;

import org.jspecify.annotations.NullMarked;
