package dev.unitracker.benchmarks;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database that counts the rows that statements wrote, whatever database it is. */
final class CountedDatabase {

    private final DataSource database;
    private final AtomicLong written = new AtomicLong();

    CountedDatabase(DataSource database) {
        this.database = database;
    }

    DataSource dataSource() {
        return proxy(DataSource.class, database);
    }

    /** Returns how many rows were written since it was asked last. */
    long rowsWritten() {
        return written.getAndSet(0);
    }

    private <T> T proxy(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object result = invoke(target, method, arguments);
                    if (result instanceof Connection connection) {
                        return proxy(Connection.class, connection);
                    }
                    if (result instanceof PreparedStatement statement) {
                        return proxy(PreparedStatement.class, statement);
                    }
                    if (target instanceof PreparedStatement statement) {
                        count(statement, method.getName(), result);
                    }
                    return result;
                }));
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void count(PreparedStatement statement, String method, @Nullable Object result) throws Throwable {
        if (method.equals("execute") && Boolean.FALSE.equals(result)) {
            written.addAndGet(Math.max(0, statement.getUpdateCount()));
        }
        if (method.equals("executeBatch") && result instanceof int[] counts) {
            written.addAndGet(Arrays.stream(counts).sum());
        }
    }
}
