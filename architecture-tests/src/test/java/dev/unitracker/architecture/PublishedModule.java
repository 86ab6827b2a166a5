package dev.unitracker.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DirectiveTree;
import com.sun.source.tree.ExportsTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A module that is published, as its sources stand.
 *
 * @param name the name of its folder, for example {@code tracker-core}
 * @param sources the folder of its {@code module-info.java}
 */
record PublishedModule(String name, Path sources) {

    private static final String SOURCES = "src/main/java";

    /** Returns all modules that say what they export, ordered by name. */
    static List<PublishedModule> all() {
        try (Stream<Path> folders = Files.list(Path.of(".."))) {
            return folders.filter(folder -> Files.exists(folder.resolve(SOURCES).resolve("module-info.java")))
                    .map(folder -> new PublishedModule(folder.getFileName().toString(), folder.resolve(SOURCES)))
                    .sorted(Comparator.comparing(PublishedModule::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the modules beside this one cannot be listed", e);
        }
    }

    /** Reads the comments of the types in its exported packages. */
    Comments comments() {
        return Comments.of(Sources.ofFiles(exported()));
    }

    private List<Path> exported() {
        CompilationUnitTree info = Sources.ofFiles(List.of(sources.resolve("module-info.java")))
                .get(0)
                .unit();
        return Objects.requireNonNull(info.getModule()).getDirectives().stream()
                .filter(ExportsTree.class::isInstance)
                .map((DirectiveTree exports) ->
                        ((ExportsTree) exports).getPackageName().toString())
                .flatMap(this::filesOf)
                .sorted()
                .toList();
    }

    private Stream<Path> filesOf(String packageName) {
        Path folder = sources.resolve(packageName.replace('.', '/'));
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("the exported package " + packageName + " has no folder in " + name, e);
        }
    }
}
