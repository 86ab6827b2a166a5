/** What is known of a student's courses and what changed in them: plain values, no behaviour that needs a clock or a database. */
@NullMarked
package dev.unitracker.model;

import org.jspecify.annotations.NullMarked;
