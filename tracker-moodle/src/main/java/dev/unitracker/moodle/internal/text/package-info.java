/**
 * What is Moodle's own in HTML and titles, for the readers of {@code tracker-documents}.
 *
 * <p>Nothing here knows Moodle's answers, a clock or a network.
 */
@NullMarked
package dev.unitracker.moodle.internal.text;

import org.jspecify.annotations.NullMarked;
