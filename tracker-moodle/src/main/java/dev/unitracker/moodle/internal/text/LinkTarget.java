package dev.unitracker.moodle.internal.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a link leads, without what Moodle changes on its own: keys, tokens, revisions, the path of stored files.
 *
 * @param shown the target to print; empty for one that leads nowhere else
 * @param isMail whether it is a mail address
 */
record LinkTarget(String shown, boolean isMail) {
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
    private static final Pattern UNSHOWN =
            Pattern.compile("(?:javascript|vbscript|data|blob|about|file):", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINE_ENDS = Pattern.compile("[\\t\\r\\n]");
    private static final Pattern SCHEME = Pattern.compile("^(?:https?:)?//", Pattern.CASE_INSENSITIVE);
    private static final Pattern REVISION = Pattern.compile("/\\d{9,11}(?=/)");
    private static final Pattern UNSTABLE_FRAGMENT = Pattern.compile("yui_.*|single_.*|");
    private static final String MAIL = "mailto:";

    static LinkTarget of(String href) {
        String url = LINE_ENDS.matcher(href.strip()).replaceAll("");
        String decoded = Percent.decode(url);
        if (decoded.regionMatches(true, 0, MAIL, 0, MAIL.length())) {
            return new LinkTarget(before(decoded.substring(MAIL.length()), '?').strip(), true);
        }
        return new LinkTarget(shown(url), false);
    }

    /** Returns the decoded last part of an address. */
    static String fileName(String url) {
        if (UNSHOWN.matcher(url).lookingAt()) {
            return "image";
        }
        return STORED.matcher(url).find() ? storedName(url) : lastPart(path(url));
    }

    /** Returns host and path of an address, or the name of a file that Moodle stores. */
    static String place(String url) {
        return STORED.matcher(url).find()
                ? storedName(url.strip())
                : SCHEME.matcher(path(shown(url.strip()))).replaceFirst("");
    }

    /** Returns whether words already say where the link leads. */
    boolean isSaidBy(String words) {
        String said = words.replaceFirst("^[\\s|-]+", "").strip();
        String plain = said.startsWith("[") && said.endsWith("]") ? said.substring(1, said.length() - 1) : said;
        return bare(plain).equals(bare(shown)) || bare(shown(plain)).equals(bare(shown));
    }

    private static String shown(String url) {
        if (url.startsWith("#") || UNSHOWN.matcher(url).lookingAt() || url.contains("cdn-cgi/l/email-protection")) {
            return "";
        }
        if (STORED.matcher(before(url, '#')).find()) {
            return storedName(url);
        }
        return withoutRevision(path(url)) + query(url) + fragment(url);
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
                .map(parameter -> lastPart(
                        Percent.decode(parameter.substring(name(parameter).length() + 1))))
                .orElseGet(() -> lastPart(path(url)));
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

    private static String path(String url) {
        return before(before(url, '#'), '?');
    }

    private static String lastPart(String path) {
        String folder = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        String last = folder.substring(folder.lastIndexOf('/') + 1);
        return Percent.decode(last);
    }

    private static String bare(String url) {
        String address = SCHEME.matcher(url).replaceFirst("");
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    private static String before(String text, char end) {
        int index = text.indexOf(end);
        return index < 0 ? text : text.substring(0, index);
    }
}
