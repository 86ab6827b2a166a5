@NullMarked
package dev.unitracker.llm;

import org.jspecify.annotations.NullMarked;
