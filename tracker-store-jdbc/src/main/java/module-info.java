/** Remembers in H2 or PostgreSQL. */
module dev.unitracker.store.jdbc {
    requires static com.h2database;
    requires static org.postgresql.jdbc;
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.databind;
    requires flyway.core;
    requires java.naming;
    // Jdbi needs it and, being no module, does not say so.
    requires io.leangen.geantyref;
    requires org.jdbi.v3.core;
    requires org.slf4j;
    requires transitive dev.unitracker;
    requires transitive java.sql;

    exports dev.unitracker.store.jdbc;

    // Flyway looks for the scripts in it.
    opens dev.unitracker.store.jdbc;
}
