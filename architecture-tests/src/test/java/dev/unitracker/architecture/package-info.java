@NullMarked
package dev.unitracker.architecture;

import org.jspecify.annotations.NullMarked;
