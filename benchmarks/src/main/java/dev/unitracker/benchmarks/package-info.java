/** What the library costs, measured and set against what it may cost. */
@NullMarked
package dev.unitracker.benchmarks;

import org.jspecify.annotations.NullMarked;
