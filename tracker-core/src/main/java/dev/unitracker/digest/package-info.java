/** What happened and what lies ahead, as one message. Pure: all it says comes in as arguments. */
@NullMarked
package dev.unitracker.digest;

import org.jspecify.annotations.NullMarked;
