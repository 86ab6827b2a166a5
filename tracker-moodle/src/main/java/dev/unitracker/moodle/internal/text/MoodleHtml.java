package dev.unitracker.moodle.internal.text;

import dev.unitracker.documents.Addresses;
import dev.unitracker.documents.HtmlDialect;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** What Moodle changes in its pages on its own: keys, tokens, revisions, the path of stored files; and languages. */
final class MoodleHtml implements HtmlDialect {
    private static final Set<String> PASSING = Set.of(
            "_",
            "authtoken",
            "forcedownload",
            "jsrev",
            "logintoken",
            "preview",
            "privatetoken",
            "rev",
            "revision",
            "sesskey",
            "themerev",
            "time",
            "token",
            "wstoken");
    private static final Set<String> NAMING = Set.of("file", "image");
    private static final Pattern STORED = Pattern.compile(
            "(?:^|/)(?:(?:(?:token)?pluginfile|draftfile|theme/image)\\.php(?=[/?]|$)|file\\.php(?=/))|@@PLUGINFILE@@");
    private static final Pattern REVISION = Pattern.compile("/\\d{9,11}(?=/)");
    private static final Pattern UNSTABLE_FRAGMENT = Pattern.compile("yui_.*|single_.*|");
    private static final Pattern SESSION_KEY = Pattern.compile("(\\?)sesskey=\\w++&|[?&]?(?<!\\w)sesskey=\\w++");

    @Override
    public String sent(String html) {
        return OneLanguage.ofMarked(html);
    }

    @Override
    public boolean hides(Element element) {
        return OneLanguage.repeats(element);
    }

    /** Filters link every word that happens to be an activity's name or in a glossary. */
    @Override
    public boolean leads(Element link) {
        return !link.hasClass("autolink");
    }

    @Override
    public String shown(String words) {
        return words.contains("sesskey=") ? SESSION_KEY.matcher(words).replaceAll("$1") : words;
    }

    @Override
    public String lasting(String address) {
        return withoutRevision(Addresses.path(address)) + query(address) + fragment(address);
    }

    @Override
    public Optional<String> storedFile(String address) {
        return STORED.matcher(before(address, '#')).find() ? Optional.of(storedName(address)) : Optional.empty();
    }

    private static String withoutRevision(String path) {
        int script = path.indexOf(".php/");
        return script < 0
                ? path
                : path.substring(0, script)
                        + REVISION.matcher(path.substring(script)).replaceAll("");
    }

    private static String storedName(String url) {
        return parameters(url)
                .filter(parameter -> parameter.indexOf('=') > 0 && NAMING.contains(name(parameter)))
                .findFirst()
                .map(parameter -> fileName(parameter.substring(name(parameter).length() + 1)))
                .orElseGet(() -> Addresses.fileName(url));
    }

    /** Returns the last part of a path that is a parameter, and so was encoded as a whole. */
    private static String fileName(String value) {
        String path = Addresses.decoded(value);
        return Addresses.decoded(path.substring(path.lastIndexOf('/') + 1));
    }

    private static String query(String url) {
        String kept = parameters(url)
                .filter(parameter -> !PASSING.contains(name(parameter)))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    private static Stream<String> parameters(String url) {
        String withoutFragment = before(url, '#');
        int mark = withoutFragment.indexOf('?');
        return mark < 0
                ? Stream.empty()
                : Arrays.stream(withoutFragment.substring(mark + 1).split("&"))
                        .map(parameter -> parameter.startsWith("amp;") ? parameter.substring(4) : parameter)
                        .filter(parameter -> !parameter.isEmpty());
    }

    private static String name(String parameter) {
        return before(parameter, '=').toLowerCase(Locale.ROOT);
    }

    private static String fragment(String url) {
        int mark = url.indexOf('#');
        String fragment = mark < 0 ? "" : url.substring(mark + 1);
        return UNSTABLE_FRAGMENT.matcher(fragment).matches() ? "" : "#" + fragment;
    }

    private static String before(String text, char end) {
        int index = text.indexOf(end);
        return index < 0 ? text : text.substring(0, index);
    }
}
