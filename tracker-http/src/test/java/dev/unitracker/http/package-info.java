@NullMarked
package dev.unitracker.http;

import org.jspecify.annotations.NullMarked;
