package dev.unitracker.store.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The statements of the store as its classes have them, so that no test can forget one. */
final class Statements {

    private Statements() {}

    /**
     * One statement.
     *
     * @param name class and constant, for example {@code JdbcItems.ALL}
     */
    record Named(String name, String text) {

        boolean begins(String word) {
            return text.startsWith(word);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Returns every statement that looks for rows of an account, by name. */
    static List<Named> thatLookForRows() {
        return all().stream()
                .filter(statement -> statement.text().contains("account = :account"))
                .toList();
    }

    private static List<Named> all() {
        List<Named> statements = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder())) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".class")) {
                    add(statements, Class.forName(packageName() + "." + name.replace(".class", "")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return statements;
    }

    private static void add(List<Named> statements, Class<?> type) throws IllegalAccessException {
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class && !field.isSynthetic()) {
                field.setAccessible(true);
                statements.add(new Named(type.getSimpleName() + "." + field.getName(), (String) field.get(null)));
            }
        }
    }

    private static Path folder() {
        try {
            URI classes = JdbcStore.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            return Path.of(classes).resolve(packageName().replace('.', '/'));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String packageName() {
        return JdbcStore.class.getPackageName();
    }
}
