package dev.unitracker.testkit;

import dev.unitracker.spi.Store;
import dev.unitracker.spi.StoreSession;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** The parts of a store for one account, each call in a transaction of its own. */
final class OneByOne {

    private OneByOne() {}

    /** Returns the parts of a store for an account. They are valid as long as the store is open. */
    static StoreSession of(Store store, String account) {
        return proxy(
                StoreSession.class,
                (session, part, none) -> proxy(
                        part.getReturnType(),
                        (proxy, method, values) ->
                                store.inTransaction(account, inside -> call(method, call(part, inside), values))));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler calls) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, calls));
    }

    @SuppressWarnings("NullAway") // A part that returns nothing returns null to a proxy.
    private static Object call(Method method, Object target, Object... values) {
        try {
            return method.invoke(target, values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(method + " threw what it does not declare", e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " is not public", e);
        }
    }
}
