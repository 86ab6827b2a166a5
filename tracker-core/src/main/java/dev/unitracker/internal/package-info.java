/** Not API: how a look becomes changes. */
@NullMarked
package dev.unitracker.internal;

import org.jspecify.annotations.NullMarked;
