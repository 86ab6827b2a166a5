@NullMarked
package dev.unitracker.custom.notifier;

import org.jspecify.annotations.NullMarked;
