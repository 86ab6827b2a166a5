@NullMarked
package dev.unitracker.webhook;

import org.jspecify.annotations.NullMarked;
