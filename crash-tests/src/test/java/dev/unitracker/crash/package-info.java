/** A process that looks is killed wherever it commits, and what it leaves is compared with what an undisturbed one leaves. */
@NullMarked
package dev.unitracker.crash;

import org.jspecify.annotations.NullMarked;
