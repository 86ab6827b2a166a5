/** Not API: pure readers, each of one kind of answer. */
@NullMarked
package dev.unitracker.moodle.internal.answers;

import org.jspecify.annotations.NullMarked;
