package dev.unitracker.benchmarks;

import java.nio.file.Path;

/**
 * How the benchmarks are run.
 *
 * @param small whether they only show that they work: less of everything, and figures that mean little
 * @param folder where they may write; tens of gigabytes if they are not small
 */
record Settings(boolean small, Path folder) {}
