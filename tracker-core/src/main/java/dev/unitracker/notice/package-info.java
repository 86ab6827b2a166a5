/** What is worth telling, how urgent it is, and when. Pure: the time comes in as an argument. */
@NullMarked
package dev.unitracker.notice;

import org.jspecify.annotations.NullMarked;
