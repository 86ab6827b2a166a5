/**
 * A text with its structure: headings, paragraphs, list items, tables, struck and inserted parts, pages. Values only, with
 * a plain text for people and for comparing, and a form that can be stored.
 */
@NullMarked
package dev.unitracker.document;

import org.jspecify.annotations.NullMarked;
