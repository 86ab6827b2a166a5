package dev.unitracker.documents;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Writes the visible part of a parsed page as lines. One walk per instance. */
class HtmlLines implements NodeFilter {
    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "br",
            "caption",
            "center",
            "dd",
            "details",
            "dialog",
            "dir",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hgroup",
            "hr",
            "legend",
            "listing",
            "main",
            "menu",
            "nav",
            "ol",
            "optgroup",
            "option",
            "p",
            "plaintext",
            "pre",
            "search",
            "section",
            "summary",
            "table",
            "tbody",
            "tfoot",
            "thead",
            "ul",
            "xmp");
    private static final Set<String> UNSEEN = Set.of(
            "annotation", "annotation-xml", "datalist", "head", "noscript", "script", "style", "template", "title");
    private static final Pattern HIDING = Pattern.compile(
            "(?:^|;)\\s*(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden)\\b", Pattern.CASE_INSENSITIVE);
    private static final String STRUCK = "~~";
    private static final int LONGEST_LINK = 4096;

    private final LineWriter writer;
    private final HtmlDialect dialect;
    private final LinkTargets targets;
    private final Media media;
    private final Deque<Integer> links = new ArrayDeque<>();
    private int preformatted;

    HtmlLines(HtmlDialect dialect) {
        this(dialect, new LineWriter());
    }

    HtmlLines(HtmlDialect dialect, LineWriter writer) {
        this.writer = writer;
        this.dialect = dialect;
        this.targets = new LinkTargets(dialect);
        this.media = new Media(targets);
    }

    String text() {
        return writer.toString();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            write(text.getWholeText());
        }
        return node instanceof Element element ? start(element) : FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            end(element);
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult start(Element element) {
        if (isHidden(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        entered(element);
        switch (element.normalName()) {
            case "img", "iframe", "frame", "video", "audio", "embed", "object" -> {
                writer.text(media.of(element));
                return FilterResult.SKIP_ENTIRELY;
            }
            case "a" -> links.push(writer.length());
            case "li" -> writer.startItem();
            case "tr" -> writer.startRow();
            case "td", "th" -> writer.startCell();
            case "s", "strike", "del" -> writer.open(STRUCK);
            default -> startBlock(element);
        }
        return FilterResult.CONTINUE;
    }

    private void startBlock(Element element) {
        if (isBlock(element)) {
            writer.line();
        }
        if (element.normalName().equals("pre")) {
            preformatted++;
        }
    }

    private void end(Element element) {
        switch (element.normalName()) {
            case "a" -> endLink(targets.of(dialect.leads(element) ? element.attr("href") : ""), links.pop());
            case "li" -> writer.endItem();
            case "tr" -> writer.endRow();
            case "s", "strike", "del" -> writer.close(STRUCK);
            default -> endBlock(element);
        }
        left(element);
    }

    /** Called for each element that is seen, before what stands in it; does nothing here. */
    void entered(Element element) {}

    /** Called after what stands in an element; does nothing here. */
    void left(Element element) {}

    /** Tells whether an element stands on lines of its own. */
    static boolean isBlock(Element element) {
        return BLOCKS.contains(element.normalName());
    }

    private void endBlock(Element element) {
        if (isBlock(element)) {
            writer.line();
        }
        if (element.normalName().equals("pre")) {
            preformatted--;
        }
    }

    private void endLink(LinkTarget target, int start) {
        String visible = writer.since(start, LONGEST_LINK);
        if (target.isMail()) {
            writer.text(visible.isBlank() ? target.shown() : "");
        } else if (!visible.isBlank() && !target.shown().isEmpty() && !targets.isSaid(target, visible)) {
            writer.suffix("(" + target.shown() + ")");
        }
    }

    private void write(String text) {
        String safe = dialect.shown(text);
        if (preformatted == 0) {
            writer.text(safe);
            return;
        }
        String[] lines = safe.split("\\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                writer.line();
            }
            writer.text(lines[i]);
        }
    }

    private boolean isHidden(Element element) {
        return UNSEEN.contains(element.normalName())
                || dialect.hides(element)
                || element.hasAttr("hidden")
                || HIDING.matcher(element.attr("style")).find();
    }
}
