/** A complete host application: what the library does, as commands. */
@NullMarked
package dev.unitracker.example;

import org.jspecify.annotations.NullMarked;
