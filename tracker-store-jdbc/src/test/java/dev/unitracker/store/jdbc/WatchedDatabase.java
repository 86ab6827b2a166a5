package dev.unitracker.store.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** A database that remembers the statements that were prepared on it: all but those that begin a transaction. */
final class WatchedDatabase implements AutoCloseable {

    private static final String COMMIT = "commit";

    private final List<String> statements = new ArrayList<>();
    private final TestDatabase database;

    /** Watches a new database in memory. */
    WatchedDatabase() {
        this(TestDatabase.Kind.H2);
    }

    /** Watches a new database. */
    WatchedDatabase(TestDatabase.Kind kind) {
        this.database = kind.create();
    }

    DataSource dataSource() {
        return proxy(DataSource.class, database.pool());
    }

    Jdbi jdbi() {
        return Jdbi.create(database.pool());
    }

    /** Returns the statements since it was asked last. */
    List<String> statements() {
        return transactions().stream().flatMap(List::stream).toList();
    }

    /** Returns the statements since it was asked last, up to each commit and after the last one. */
    List<List<String>> transactions() {
        List<List<String>> transactions = new ArrayList<>(List.of(new ArrayList<>()));
        for (String statement : statements) {
            if (statement.equals(COMMIT)) {
                transactions.add(new ArrayList<>());
            } else {
                transactions.get(transactions.size() - 1).add(statement);
            }
        }
        statements.clear();
        return transactions;
    }

    long rows(String table) {
        return jdbi().withHandle(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Long.class)
                .one());
    }

    @Override
    public void close() {
        database.close();
    }

    private <T> T proxy(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        statements.add((String) arguments[0]);
                    }
                    if (method.getName().equals(COMMIT)) {
                        statements.add(COMMIT);
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        return result instanceof Connection connection ? proxy(Connection.class, connection) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
