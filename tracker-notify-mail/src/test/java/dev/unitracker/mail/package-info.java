@NullMarked
package dev.unitracker.mail;

import org.jspecify.annotations.NullMarked;
