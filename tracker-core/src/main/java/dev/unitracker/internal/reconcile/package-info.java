/** Not API: how what several answers say becomes one item of each real thing. Pure. */
@NullMarked
package dev.unitracker.internal.reconcile;

import org.jspecify.annotations.NullMarked;
