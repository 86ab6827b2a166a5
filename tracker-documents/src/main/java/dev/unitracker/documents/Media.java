package dev.unitracker.documents;

import org.jsoup.nodes.Element;

/** Names what a page shows that is not text. */
final class Media {
    private final LinkTargets targets;

    Media(LinkTargets targets) {
        this.targets = targets;
    }

    /** Returns a short name in square brackets, or nothing for a picture that has neither text nor source. */
    String of(Element element) {
        String name = element.normalName().equals("img") ? picture(element) : player(element);
        return name.isBlank() ? "" : "[" + name.strip() + "]";
    }

    private String picture(Element image) {
        String alternative = image.attr("alt");
        return alternative.isBlank() ? targets.fileName(image.attr("src")) : alternative;
    }

    private String player(Element element) {
        String name = targets.place(source(element));
        return name.isEmpty() ? element.normalName() : name;
    }

    private static String source(Element element) {
        if (element.hasAttr("src") || element.hasAttr("data")) {
            return element.hasAttr("src") ? element.attr("src") : element.attr("data");
        }
        for (Element child : element.children()) {
            if (child.normalName().equals("source")) {
                return child.attr("src");
            }
        }
        return "";
    }
}
