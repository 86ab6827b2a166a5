package dev.unitracker.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All texts for people in one language, by name. A text comes from the first of these that has it: the host's own
 * ({@link Language#texts}), the bundles that were added, the last one first, and the library's. A text that the
 * language lacks is in English, so a new language may begin with few texts. Immutable and safe for use by several
 * threads.
 */
public final class Texts {

    private static final Bundle LIBRARY = Bundle.read(Texts.class::getResourceAsStream, Language.BUILT_IN);

    /** {@code {0}} is a value, {@code {source.name}} is another text. */
    private static final Pattern PLACE = Pattern.compile("\\{([a-z0-9_.]+)}");

    private final Language language;
    private final List<Bundle> bundles;

    /** What the language itself has, then what is said in English; in each the first that has a text wins. */
    private final List<Map<String, String>> own;

    private final List<Map<String, String>> english;

    private Texts(Language language, List<Bundle> bundles) {
        this.language = language;
        this.bundles = List.copyOf(bundles);
        String tag = language.code();
        String plain = language.locale().getLanguage();
        this.own = new ArrayList<>(List.of(language.texts()));
        this.own.addAll(in(tag, bundles));
        this.own.addAll(plain.equals(tag) ? List.of() : in(plain, bundles));
        this.english = in(Language.ENGLISH.code(), bundles);
    }

    private static List<Map<String, String>> in(String code, List<Bundle> lastFirst) {
        return lastFirst.stream().map(bundle -> bundle.in(code)).toList();
    }

    /** Returns the library's own texts in a language. */
    public static Texts in(Language language) {
        return new Texts(language, List.of(LIBRARY));
    }

    /** Returns these texts and those of a bundle, which replace texts of the same name. */
    public Texts and(Bundle bundle) {
        List<Bundle> lastFirst = new ArrayList<>(List.of(bundle));
        lastFirst.addAll(bundles);
        return new Texts(language, lastFirst);
    }

    /**
     * Returns these texts and those texts of several bundles that the library does not have. A text that the library
     * has stays the library's, because the bundles may contradict each other.
     */
    public Texts beside(Collection<Bundle> several) {
        Texts all = this;
        for (Bundle bundle : several) {
            all = all.and(bundle);
        }
        return all.and(LIBRARY);
    }

    /** Returns the language that they are in. */
    public Language language() {
        return language;
    }

    /** Tells whether there is a text with a name, in the language or in English. */
    public boolean knows(String name) {
        return find(name, own) != null || find(name, english) != null;
    }

    /**
     * Returns a text, with {@code {0}}, {@code {1}} … replaced by values and {@code {some.name}} by the text of that
     * name. A place without a value or a text stays as it is.
     *
     * @throws IllegalArgumentException if there is no such text
     */
    public String text(String name, Object... values) {
        String said = find(name, own);
        String text = said == null ? find(name, english) : said;
        if (text == null) {
            throw new IllegalArgumentException("no text '" + name + "' in " + language.code());
        }
        return text.indexOf('{') < 0 ? text : filled(text, values);
    }

    /**
     * Returns the text with a name, or, if there is none, the text with another name. A text in the language goes
     * before one in English.
     *
     * @throws IllegalArgumentException if there is neither
     */
    public String textOr(String name, String other, Object... values) {
        boolean first = find(name, own) != null || (find(other, own) == null && find(name, english) != null);
        return text(first ? name : other, values);
    }

    /**
     * Returns a number of things in words: for 1 the text with the name, for any other number the text with the name
     * and an {@code s}.
     *
     * @throws IllegalArgumentException if there is no such text
     */
    public String count(String name, long number) {
        return text(number == 1 ? name : name + "s", number);
    }

    /**
     * Returns the entries of a text that is a list separated by commas; empty if the language itself does not have the
     * text.
     */
    public List<String> list(String name) {
        String text = find(name, own);
        return text == null
                ? List.of()
                : Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(entry -> !entry.isEmpty())
                        .toList();
    }

    private static @Nullable String find(String name, List<Map<String, String>> layers) {
        for (Map<String, String> layer : layers) {
            String text = layer.get(name);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private String filled(String text, Object... values) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), values)));
    }

    private String value(String place, Object... values) {
        if (!Character.isDigit(place.charAt(0))) {
            return knows(place) ? text(place) : "{" + place + "}";
        }
        int number = Integer.parseInt(place);
        return number < values.length ? Objects.requireNonNull(values[number]).toString() : "{" + place + "}";
    }
}
