/**
 * For tests: the contract that every store keeps, examples of what a tracker works with, and stand-ins for a clock, a
 * collector and a notifier.
 */
@NullMarked
package dev.unitracker.testkit;

import org.jspecify.annotations.NullMarked;
