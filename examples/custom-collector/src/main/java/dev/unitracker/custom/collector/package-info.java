/** A source of one's own: the news page of a faculty. */
@NullMarked
package dev.unitracker.custom.collector;

import org.jspecify.annotations.NullMarked;
