package dev.unitracker;

import dev.unitracker.model.ItemQuery;
import dev.unitracker.spi.Items;
import dev.unitracker.spi.Store;
import dev.unitracker.spi.StoreSession;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** A store that notes which lists of items it is asked for. */
final class AskedStore implements Store {

    final List<ItemQuery> queries = new ArrayList<>();
    private final Store store;

    AskedStore(Store store) {
        this.store = store;
    }

    @Override
    public <T> T inTransaction(String account, Work<T> work) {
        return store.inTransaction(account, session -> work.in(noting(session)));
    }

    @Override
    public <T> T reading(String account, Work<T> work) {
        return store.reading(account, session -> work.in(noting(session)));
    }

    @Override
    public List<String> accounts() {
        return store.accounts();
    }

    @Override
    public void close() {
        store.close();
    }

    private StoreSession noting(StoreSession session) {
        return around(StoreSession.class, session, part -> part instanceof Items items ? noting(items) : part);
    }

    private Items noting(Items items) {
        return around(Items.class, items, answer -> answer);
    }

    private <T> T around(Class<T> type, T inner, Function<Object, Object> answers) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    Object[] values = given == null ? new Object[0] : given;
                    Arrays.stream(values)
                            .filter(ItemQuery.class::isInstance)
                            .map(ItemQuery.class::cast)
                            .forEach(queries::add);
                    Object answer = method.invoke(inner, values);
                    return answer == null ? null : answers.apply(answer);
                }));
    }
}
