/** Who looks when: jobs of many accounts, shared by all processes that work on the same database. */
@NullMarked
package dev.unitracker.example.worker;

import org.jspecify.annotations.NullMarked;
