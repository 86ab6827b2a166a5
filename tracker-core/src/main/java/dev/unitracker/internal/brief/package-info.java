/** Not API: how a language model is asked for briefs. */
@NullMarked
package dev.unitracker.internal.brief;

import org.jspecify.annotations.NullMarked;
