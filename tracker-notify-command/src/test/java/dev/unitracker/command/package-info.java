@NullMarked
package dev.unitracker.command;

import org.jspecify.annotations.NullMarked;
