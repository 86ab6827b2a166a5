package dev.unitracker.crash;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** A database whose connections may stop right before and right after each commit of something that was written. */
final class WatchedDatabase {

    private static final Pattern WRITES =
            Pattern.compile("\\s*(?:insert\\s+into|update|delete\\s+from|merge\\s+into)\\s+(?:tracker_)?(\\w+).*");
    private static final Pattern READS = Pattern.compile("\\s*(?:select|with)\\s.*");

    private WatchedDatabase() {}

    static DataSource around(DataSource database, KillPoints points) {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Object result = call(database, method, arguments);
            return result instanceof Connection connection
                    ? proxy(Connection.class, new WatchedConnection(connection, points))
                    : result;
        });
    }

    /** One that only reads commits nothing, and a kill there is one before the next commit. */
    private record WatchedConnection(Connection connection, KillPoints points, Set<String> written)
            implements InvocationHandler {

        WatchedConnection(Connection connection, KillPoints points) {
            this(connection, points, new TreeSet<>());
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            switch (method.getName()) {
                case "prepareStatement" -> note((String) arguments[0]);
                case "rollback" -> written.clear();
                default -> {
                    // Neither writes nor ends what was written.
                }
            }
            return method.getName().equals("commit") && !written.isEmpty()
                    ? commit(method, arguments)
                    : call(connection, method, arguments);
        }

        private Object commit(Method method, Object[] arguments) throws Throwable {
            String what = String.join(", ", written);
            points.pass("before the commit of " + what);
            Object result = call(connection, method, arguments);
            written.clear();
            points.durable();
            points.pass("after the commit of " + what);
            return result;
        }

        private void note(String statement) {
            String line = statement.replaceAll("\\s+", " ");
            Matcher writes = WRITES.matcher(line);
            if (writes.matches()) {
                written.add(writes.group(1));
            } else if (!READS.matcher(line).matches()) {
                written.add("something");
            }
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
