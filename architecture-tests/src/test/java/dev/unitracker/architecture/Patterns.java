package dev.unitracker.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Finds the regular expressions of all modules without a list: every text among the constants of a class that uses regular
 * expressions, if it repeats something. A text of such a class that was meant for people is found as well and does no harm.
 */
final class Patterns {

    private static final Map<String, Set<String>> COMPILERS = Map.of(
            "java/lang/String", Set.of("matches", "replaceAll", "replaceFirst", "split"),
            "java/util/regex/Pattern", Set.of("compile", "matches"));

    private Patterns() {}

    /** Returns each regular expression with the name of a class that uses it, ordered by the expression. */
    static SortedMap<String, String> ofAllModules() {
        SortedMap<String, String> found = new TreeMap<>();
        for (JavaClass one : House.classes()) {
            for (String regex : of(one)) {
                found.put(regex, one.getName());
            }
        }
        return found;
    }

    private static List<String> of(JavaClass one) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(
                one.getSource().orElseThrow().getUri().toURL().openStream()))) {
            Constants constants = new Constants(in);
            return constants.compileRegexes()
                    ? constants.texts().stream().filter(Patterns::repeats).toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("the class file of " + one.getName() + " cannot be read", e);
        }
    }

    private static boolean repeats(String text) {
        try {
            Pattern.compile(text);
            return text.chars().anyMatch(c -> "*+{".indexOf(c) >= 0);
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    /** The constant pool of a class file, as chapter 4.4 of the Java Virtual Machine Specification describes it. */
    private static final class Constants {

        private final String[] names;
        private final int[] first;
        private final int[] second;
        private final int[] tags;

        Constants(DataInputStream in) throws IOException {
            in.skipNBytes(8);
            int count = in.readUnsignedShort();
            names = new String[count];
            first = new int[count];
            second = new int[count];
            tags = new int[count];
            for (int at = 1; at < count; at += tags[at] == 5 || tags[at] == 6 ? 2 : 1) {
                read(in, at);
            }
        }

        private void read(DataInputStream in, int at) throws IOException {
            tags[at] = in.readUnsignedByte();
            switch (tags[at]) {
                case 1 -> names[at] = in.readUTF();
                case 3, 4 -> in.skipNBytes(4);
                case 5, 6 -> in.skipNBytes(8);
                case 7, 8, 16, 19, 20 -> first[at] = in.readUnsignedShort();
                case 15 -> in.skipNBytes(3);
                case 9, 10, 11, 12, 17, 18 -> {
                    first[at] = in.readUnsignedShort();
                    second[at] = in.readUnsignedShort();
                }
                default -> throw new IOException("a constant of an unknown sort: " + tags[at]);
            }
        }

        boolean compileRegexes() {
            for (int at = 1; at < tags.length; at++) {
                if (tags[at] == 10
                        && COMPILERS
                                .getOrDefault(names[first[first[at]]], Set.of())
                                .contains(names[first[second[at]]])) {
                    return true;
                }
            }
            return false;
        }

        List<String> texts() {
            List<String> texts = new ArrayList<>();
            for (int at = 1; at < tags.length; at++) {
                if (tags[at] == 8) {
                    texts.add(names[first[at]]);
                }
            }
            return texts;
        }
    }
}
