package dev.unitracker.store.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;

/** A database in memory that remembers the statements that were made on it. */
final class WatchedDatabase implements AutoCloseable {

    private static final String COMMIT = "commit";

    private final List<String> statements = new ArrayList<>();
    private final JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "");

    DataSource dataSource() {
        return proxy(DataSource.class, pool);
    }

    Jdbi jdbi() {
        return Jdbi.create(pool);
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
        pool.dispose();
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
