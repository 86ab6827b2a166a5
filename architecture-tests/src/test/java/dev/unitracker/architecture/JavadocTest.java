package dev.unitracker.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.architecture.Comments.Sort;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import org.junit.jupiter.api.Test;

/**
 * What the published modules export is told in comments, in a length that somebody reads. Only the sources are read.
 *
 * <p>Each public type of an exported package needs a comment, and so do its public and protected methods and constructors, but
 * for what is told elsewhere: by the method that is overridden, or by the {@code @param} of a record's component, which stands
 * for its accessor and the canonical constructor.
 *
 * <p>The share of Javadoc is that of the lines of these types' files, blank ones left out. Of a contract of the test kit,
 * neither the tests nor private members are counted: the name of a test is the sentence that a comment would be, and whoever
 * extends the contract sees nothing of what only tests use.
 */
class JavadocTest {

    private static final double TOLD = 98;
    private static final double SHORTEST = 20;
    private static final double LONGEST = 40;

    private static final Map<String, Comments> MODULES = new LinkedHashMap<>();

    static {
        PublishedModule.all().forEach(module -> MODULES.put(module.name(), module.comments()));
    }

    @Test
    void each_published_module_is_looked_at() {
        assertThat(MODULES).containsKeys("tracker-core", "tracker-dates", "tracker-moodle", "tracker-testkit");
        assertThat(MODULES.values()).allMatch(comments -> comments.count(Sort.TYPE) > 0);
    }

    @Test
    void each_exported_type_has_a_comment() {
        assertThat(untold(Sort.TYPE)).as("exported types without a comment").isEmpty();
    }

    @Test
    void each_component_of_an_exported_record_has_a_param() {
        assertThat(untold(Sort.COMPONENT))
                .as("components of exported records without @param")
                .isEmpty();
    }

    @Test
    void nearly_each_method_and_constructor_has_a_comment() {
        List<String> lacking = MODULES.entrySet().stream()
                .filter(module -> toldOf(module.getValue()) < TOLD)
                .flatMap(module -> untold(module.getKey(), module.getValue(), Sort.METHOD))
                .toList();

        assertThat(lacking)
                .as(
                        "public and protected methods without a comment, of modules where less than %.0f %% have one%n%s",
                        TOLD, table())
                .isEmpty();
    }

    @Test
    void a_fifth_to_two_fifths_of_the_lines_are_javadoc() {
        List<String> outside = MODULES.entrySet().stream()
                .filter(module -> module.getValue().share() < SHORTEST
                        || module.getValue().share() > LONGEST)
                .map(Map.Entry::getKey)
                .toList();

        assertThat(outside)
                .as(
                        "modules where Javadoc is not %.0f to %.0f %% of the lines of exported types%n%s",
                        SHORTEST, LONGEST, table())
                .isEmpty();
    }

    @Test
    void what_nobody_tells_is_found() {
        Comments comments = read("""
                public class Bare {
                    public Bare() {}
                    protected void asked(int times) {}
                    /** */
                    public void empty() {}
                    /** Told. */
                    public void told() {}
                    void ours() {}
                    public interface Inner { int size(); private void own() {} }
                    /**
                     * A pair.
                     *
                     * @param left the left one
                     */
                    public record Pair(int left, int right) {
                        public Pair() { this(0, 0); }
                    }
                    static class Hidden { public void seenByNobody() {} }
                }
                """);

        assertThat(comments.untold(Sort.TYPE)).containsExactly("Bare", "Bare.Inner");
        assertThat(comments.untold(Sort.METHOD))
                .containsExactly(
                        "Bare.Bare()", "Bare.asked(int)", "Bare.empty()", "Bare.Inner.size()", "Bare.Pair.Pair()");
        assertThat(comments.untold(Sort.COMPONENT)).containsExactly("Bare.Pair.right");
    }

    @Test
    void what_is_told_elsewhere_needs_no_comment() {
        Comments comments = read("""
                /**
                 * A pair.
                 *
                 * @param left the left one
                 * @param right the right one
                 */
                public record Pair(int left, int right) {
                    public Pair { check(left); }
                    public int left() { return left; }
                    @Override public String toString() { return ""; }
                    @Test public void a_test_is_a_sentence() {}
                    /** Of one colour. */
                    public enum Colour { RED }
                }
                """);

        assertThat(comments.promises()).allMatch(Comments.Promise::told);
        assertThat(comments.count(Sort.METHOD)).isZero();
    }

    @Test
    void the_tests_of_a_contract_and_what_only_they_use_are_not_counted() {
        Comments comments = read("""
                /** A contract. */
                public abstract class Contract {

                    private static final int ONE = 1;

                    /** Opens it. */
                    protected abstract int open();

                    /** A comment. */
                    @Test
                    void it_opens() {
                        assertThat(open()).isEqualTo(ONE);
                    }
                }
                """);

        assertThat(comments.javadoc()).isEqualTo(2);
        assertThat(comments.lines()).isEqualTo(5);
    }

    private static double toldOf(Comments comments) {
        long all = comments.count(Sort.METHOD);
        return 100.0 * (all - comments.untold(Sort.METHOD).size()) / Math.max(1, all);
    }

    private static List<String> untold(Sort sort) {
        return MODULES.entrySet().stream()
                .flatMap(module -> untold(module.getKey(), module.getValue(), sort))
                .toList();
    }

    private static Stream<String> untold(String module, Comments comments, Sort sort) {
        return comments.untold(sort).stream().map(name -> module + ": " + name);
    }

    private static String table() {
        List<String> rows = new ArrayList<>();
        rows.add("module                    types  methods   told  Javadoc  lines  share");
        MODULES.forEach((name, comments) -> rows.add(String.format(
                Locale.ROOT,
                "%-24s %6d %8d %5.0f%% %8d %6d %5.1f%%",
                name,
                comments.count(Sort.TYPE),
                comments.count(Sort.METHOD),
                toldOf(comments),
                comments.javadoc(),
                comments.lines(),
                comments.share())));
        return String.join("\n", rows);
    }

    private static Comments read(String source) {
        JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///Some.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        return Comments.of(Sources.parsed(List.of(file)));
    }
}
