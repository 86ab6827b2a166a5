package dev.unitracker.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Parses Java by the compiler's own parser. Nothing is compiled, so that a whole module takes part of a second. */
final class Sources {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    private Sources() {}

    /**
     * A file that was parsed.
     *
     * @param unit its tree
     * @param trees the way to its comments
     * @param text the file as it stands
     */
    record Parsed(CompilationUnitTree unit, DocTrees trees, String text) {}

    /** Returns the files in the order given. */
    static List<Parsed> ofFiles(Collection<Path> paths) {
        StandardJavaFileManager files = COMPILER.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
        return parsed(files.getJavaFileObjectsFromPaths(paths));
    }

    /** Returns the files in the order given. */
    static List<Parsed> parsed(Iterable<? extends JavaFileObject> files) {
        JavacTask task = (JavacTask) COMPILER.getTask(
                null,
                COMPILER.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8),
                null,
                List.of("-proc:none"),
                null,
                files);
        DocTrees trees = DocTrees.instance(task);
        List<Parsed> parsed = new ArrayList<>();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                parsed.add(new Parsed(
                        unit, trees, unit.getSourceFile().getCharContent(true).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the sources cannot be read", e);
        }
        return parsed;
    }
}
