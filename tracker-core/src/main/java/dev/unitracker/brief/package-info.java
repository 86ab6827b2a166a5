/** Briefs: what an item is, what it asks for and when, in a few lines that are useful without a language model. */
@NullMarked
package dev.unitracker.brief;

import org.jspecify.annotations.NullMarked;
