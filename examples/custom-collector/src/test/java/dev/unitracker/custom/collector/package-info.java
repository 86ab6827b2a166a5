@NullMarked
package dev.unitracker.custom.collector;

import org.jspecify.annotations.NullMarked;
