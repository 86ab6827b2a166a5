/** Takes care of the answers that are kept: moves them to another place, and removes those that are too old. */
@NullMarked
package dev.unitracker.artifact;

import org.jspecify.annotations.NullMarked;
