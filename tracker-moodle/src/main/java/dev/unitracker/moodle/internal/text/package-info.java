/**
 * What a student would read, as plain text: Moodle's HTML, its titles, and the files of a course.
 *
 * <p>Nothing here knows Moodle's answers, a clock or a network. The same input gives the same text on every JVM, locale
 * and default charset.
 */
@NullMarked
package dev.unitracker.moodle.internal.text;

import org.jspecify.annotations.NullMarked;
