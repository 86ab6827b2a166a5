/** What came of a look, of telling, of a replay, and of moving answers. */
@NullMarked
package dev.unitracker.report;

import org.jspecify.annotations.NullMarked;
