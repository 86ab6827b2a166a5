package dev.unitracker.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The code of all modules as it was compiled, and the documents that speak of it. */
final class House {

    static final String ROOT = "dev.unitracker";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private House() {}

    /** Returns the classes of all modules, tests left out. */
    static JavaClasses classes() {
        return CLASSES;
    }

    /** Returns for each package the packages of this project that its code uses, without itself. */
    static SortedMap<String, SortedSet<String>> arrows() {
        SortedMap<String, SortedSet<String>> arrows = new TreeMap<>();
        for (JavaClass one : CLASSES) {
            if (isPackageInfo(one)) {
                continue;
            }
            SortedSet<String> used = arrows.computeIfAbsent(one.getPackageName(), name -> new TreeSet<>());
            used.addAll(usedBy(one));
            used.remove(one.getPackageName());
        }
        return arrows;
    }

    /** Returns the simple names of all classes, nested ones too, and of all source files, those of tests too. */
    static Set<String> names() {
        Set<String> names =
                CLASSES.stream().map(JavaClass::getSimpleName).collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".java"))
                    .forEach(file -> names.add(file.substring(0, file.length() - ".java".length())));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the sources above " + Path.of("").toAbsolutePath() + " cannot be listed", e);
        }
        return names;
    }

    /** Returns the names of all packages without the common beginning; the root package is {@code .}. */
    static String shortName(String packageName) {
        return packageName.equals(ROOT) ? "." : packageName.substring(ROOT.length() + 1);
    }

    /** Returns a text of the repository, for example {@code ARCHITECTURE.md}. */
    static String document(String name) {
        try {
            return Files.readString(Path.of("..").resolve(name), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    name + " is not in the folder above " + Path.of("").toAbsolutePath(), e);
        }
    }

    private static Set<String> usedBy(JavaClass one) {
        return one.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .map(House::ofArray)
                .filter(target -> target.getPackageName().startsWith(ROOT))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
    }

    private static JavaClass ofArray(JavaClass type) {
        return type.isArray() ? type.getBaseComponentType() : type;
    }

    private static boolean isPackageInfo(JavaClass one) {
        return one.getSimpleName().equals("package-info");
    }

    /** Returns the first circle among packages, in its order; empty if there is none. */
    static List<String> circle(Map<String, ? extends Set<String>> arrows) {
        Set<String> done = new TreeSet<>();
        for (String start : arrows.keySet()) {
            List<String> found = from(start, arrows, done, new ArrayList<>());
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static List<String> from(
            String name, Map<String, ? extends Set<String>> arrows, Set<String> done, List<String> way) {
        int before = way.indexOf(name);
        if (before >= 0) {
            return List.copyOf(way.subList(before, way.size()));
        }
        if (done.contains(name) || !arrows.containsKey(name)) {
            return List.of();
        }
        way.add(name);
        for (String next : Objects.requireNonNull(arrows.get(name))) {
            List<String> found = from(next, arrows, done, way);
            if (!found.isEmpty()) {
                return found;
            }
        }
        way.remove(way.size() - 1);
        done.add(name);
        return List.of();
    }
}
