/** The shortest program that embeds the library. */
@NullMarked
package dev.unitracker.embed;

import org.jspecify.annotations.NullMarked;
