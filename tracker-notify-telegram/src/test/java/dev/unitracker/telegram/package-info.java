@NullMarked
package dev.unitracker.telegram;

import org.jspecify.annotations.NullMarked;
