@NullMarked
package dev.unitracker.store.jdbc;

import org.jspecify.annotations.NullMarked;
