/** Not API: how looks are made again from the answers that were kept. */
@NullMarked
package dev.unitracker.internal.replay;

import org.jspecify.annotations.NullMarked;
