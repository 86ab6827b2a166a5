/** Remembers in H2 or PostgreSQL. */
module dev.unitracker.store.jdbc {
    requires static com.h2database;
    requires static org.postgresql.jdbc;
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.databind;
    requires flyway.core;
    requires java.naming;
    requires org.jdbi.v3.core;
    requires org.slf4j;
    requires transitive dev.unitracker;
    requires transitive java.sql;

    exports dev.unitracker.store.jdbc;

    // Flyway looks for the scripts in it.
    opens dev.unitracker.store.jdbc;
}
