/** A store in H2 or PostgreSQL; {@link dev.unitracker.store.jdbc.JdbcStore} opens it. */
@NullMarked
package dev.unitracker.store.jdbc;

import org.jspecify.annotations.NullMarked;
