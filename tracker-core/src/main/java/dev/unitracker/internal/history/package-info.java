/** Not API: what earlier looks left behind. */
@NullMarked
package dev.unitracker.internal.history;

import org.jspecify.annotations.NullMarked;
