/**
 * What a person would read in HTML and in files (PDF, DOCX, HTML, plain text), as plain text.
 *
 * <p>Nothing here knows a source, a clock or a network. The same input gives the same text on every JVM, locale
 * and default charset.
 */
@NullMarked
package dev.unitracker.documents;

import org.jspecify.annotations.NullMarked;
