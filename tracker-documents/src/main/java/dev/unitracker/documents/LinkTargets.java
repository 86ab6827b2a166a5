package dev.unitracker.documents;

import java.util.regex.Pattern;

/** Finds out where links lead, without what a source changes in them on its own. */
final class LinkTargets {
    private static final Pattern UNSHOWN =
            Pattern.compile("(?:javascript|vbscript|data|blob|about|file):", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINE_ENDS = Pattern.compile("[\\t\\r\\n]");
    private static final Pattern SCHEME = Pattern.compile("^(?:https?:)?//", Pattern.CASE_INSENSITIVE);
    private static final String MAIL = "mailto:";

    private final HtmlDialect dialect;

    LinkTargets(HtmlDialect dialect) {
        this.dialect = dialect;
    }

    LinkTarget of(String href) {
        String url = LINE_ENDS.matcher(href.strip()).replaceAll("");
        String decoded = Addresses.decoded(url);
        if (decoded.regionMatches(true, 0, MAIL, 0, MAIL.length())) {
            return new LinkTarget(
                    Addresses.before(decoded.substring(MAIL.length()), '?').strip(), true);
        }
        return new LinkTarget(shown(url), false);
    }

    /** Returns the decoded last part of an address. */
    String fileName(String url) {
        if (UNSHOWN.matcher(url).lookingAt()) {
            return "image";
        }
        return dialect.storedFile(url).orElseGet(() -> Addresses.fileName(url));
    }

    /** Returns host and path of an address, or the name of a file that the source stores. */
    String place(String url) {
        return dialect.storedFile(url.strip())
                .orElseGet(
                        () -> SCHEME.matcher(Addresses.path(shown(url.strip()))).replaceFirst(""));
    }

    /** Returns whether words already say where a link leads. */
    boolean isSaid(LinkTarget target, String words) {
        String said = words.replaceFirst("^[\\s|-]+", "").strip();
        String plain = said.startsWith("[") && said.endsWith("]") ? said.substring(1, said.length() - 1) : said;
        String shown = bare(target.shown());
        return bare(plain).equals(shown) || bare(shown(plain)).equals(shown);
    }

    private String shown(String url) {
        if (url.startsWith("#") || UNSHOWN.matcher(url).lookingAt() || url.contains("cdn-cgi/l/email-protection")) {
            return "";
        }
        return dialect.storedFile(url).orElseGet(() -> dialect.lasting(url));
    }

    private static String bare(String url) {
        String address = SCHEME.matcher(url).replaceFirst("");
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
