/** The languages that people are told things in. */
@NullMarked
package dev.unitracker.words;

import org.jspecify.annotations.NullMarked;
