/** Not API: what is told to whom and when, and how it is sent. */
@NullMarked
package dev.unitracker.internal.tell;

import org.jspecify.annotations.NullMarked;
