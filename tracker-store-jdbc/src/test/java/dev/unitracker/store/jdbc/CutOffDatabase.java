package dev.unitracker.store.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database on which one of the statements that write goes wrong. */
final class CutOffDatabase {

    /** What goes wrong. */
    enum How {
        /** The statement is made, and then the process is killed. */
        KILLED_AFTER,
        /** The statement fails, for example because the disk is full, and all others go well. */
        FAILED
    }

    private static final Set<String> WRITING = Set.of("create", "alter", "drop", "insert", "update", "delete");

    private final How how;
    private final int at;
    private final List<Connection> connections = new ArrayList<>();
    private int count;
    private boolean killed;

    /**
     * @param at which of the statements that write goes wrong, from 1
     */
    CutOffDatabase(How how, int at) {
        this.how = how;
        this.at = at;
    }

    DataSource on(DataSource database) {
        return proxy(DataSource.class, database, "");
    }

    /** Ends what a killed process left open. */
    void end() {
        for (Connection connection : connections) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Tells whether there were enough statements. */
    boolean happened() {
        return count >= at;
    }

    private @Nullable Object call(Object target, Method method, Object @Nullable [] arguments, String prepared)
            throws Throwable {
        String name = method.getName();
        String sql = arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? text : prepared;
        boolean now = target instanceof Statement && name.startsWith("execute") && writes(sql) && ++count == at;
        if (now && how == How.FAILED) {
            throw new SQLException("no space left", "50000");
        }
        if (killed && !name.equals("close")) {
            throw new SQLException("killed", "08006");
        }
        Object result = invoke(target, method, arguments);
        if (now) {
            killed = true;
            throw new SQLException("killed", "08006");
        }
        if (result instanceof Connection connection) {
            connections.add(connection);
            return proxy(Connection.class, connection, "");
        }
        return result instanceof Statement statement
                ? proxy(method.getReturnType().asSubclass(Statement.class), statement, sql)
                : result;
    }

    private static boolean writes(String sql) {
        return WRITING.contains(sql.strip().split("\\s", 2)[0].toLowerCase(Locale.ROOT));
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private <T> T proxy(Class<T> type, Object target, String prepared) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(target, method, arguments, prepared)));
    }
}
