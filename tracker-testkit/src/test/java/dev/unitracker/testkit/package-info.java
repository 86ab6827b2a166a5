@NullMarked
package dev.unitracker.testkit;

import org.jspecify.annotations.NullMarked;
