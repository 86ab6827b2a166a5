/** Artifacts in a folder. */
@NullMarked
package dev.unitracker.folder;

import org.jspecify.annotations.NullMarked;
