/** Not API: how a look is made, from the question to the stored run. */
@NullMarked
package dev.unitracker.internal.look;

import org.jspecify.annotations.NullMarked;
