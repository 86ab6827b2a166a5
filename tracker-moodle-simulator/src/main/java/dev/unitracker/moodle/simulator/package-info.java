/**
 * A Moodle inside the test JVM: real HTTP, recorded answers, a clock of its own, and every way to misbehave that a client
 * has to survive. Start with {@link dev.unitracker.moodle.simulator.MoodleSimulator}.
 */
@NullMarked
package dev.unitracker.moodle.simulator;

import org.jspecify.annotations.NullMarked;
