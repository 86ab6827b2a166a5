/**
 * All words for people: the languages, the texts and how dates are written in them; then what a change, a notice or many
 * changes say. Values come in, words go out; nothing here knows a store or a clock.
 */
@NullMarked
package dev.unitracker.words;

import org.jspecify.annotations.NullMarked;
