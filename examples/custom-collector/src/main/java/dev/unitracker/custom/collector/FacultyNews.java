package dev.unitracker.custom.collector;

import dev.unitracker.documents.HtmlReader;
import dev.unitracker.error.SettingsException;
import dev.unitracker.model.Evidence;
import dev.unitracker.model.Field;
import dev.unitracker.model.ItemType;
import dev.unitracker.run.Missed;
import dev.unitracker.spi.Answer;
import dev.unitracker.spi.Collector;
import dev.unitracker.spi.Completeness;
import dev.unitracker.spi.Kept;
import dev.unitracker.spi.Look;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import dev.unitracker.spi.Sink;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The news of a faculty: each article of a public page is an announcement. The page says how many articles it has, so one
 * that broke off, or one that is something else, is never taken for news that are gone.
 */
public final class FacultyNews implements Collector {

    private static final String NAME = "faculty_news";
    private static final Scope PAGE = new Scope(NAME, "page");
    private static final int TIMEOUT = 20_000;

    private final URI page;

    private FacultyNews(URI page) {
        this.page = page;
    }

    /** Returns a collector of the news at an address, {@code https://host/news}. */
    public static FacultyNews at(String page) {
        if (!page.matches("https?://[^\\s@]+")) {
            throw SettingsException.wrongSecret(
                    "page", "it is an address such as https://host/news, without a password");
        }
        return new FacultyNews(URI.create(page));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void collect(Look look, Sink sink) {
        Kept answer = look.archive().ask("news", () -> download(look));
        Document html = Jsoup.parse(answer.text(), page.toString());
        sink.observe(observation(html, answer.evidence(NAME)));
    }

    private Answer download(Look look) throws IOException {
        look.requestMade();
        Connection.Response response =
                Jsoup.connect(page.toString()).timeout(TIMEOUT).maxBodySize(0).execute();
        return Answer.of("text/html", response.body());
    }

    private static Observation observation(Document html, Evidence evidence) {
        Element news = html.selectFirst("main[data-articles]");
        if (news == null) {
            return Observation.notLooked(PAGE, Missed.of(Missed.Code.FAILED, "what came is not the page of the news"));
        }
        List<Sighting> articles = new ArrayList<>();
        news.select("article[id]:has(h2)").forEach(article -> articles.add(sighting(article)));
        Observation seen = Observation.witnessed(PAGE, articles, evidence, "the page's own count");
        String count = news.attr("data-articles");
        return count.equals("" + articles.size())
                ? seen
                : seen.with(Completeness.partial(
                        Missed.of(Missed.Code.CONTRADICTED, articles.size() + " articles came of " + count)));
    }

    private static Sighting sighting(Element article) {
        Element title = article.expectFirst("h2");
        Element time = article.selectFirst("time[datetime]");
        Element body = article.selectFirst(".body");
        Sighting.Builder sighting = Sighting.of("news:" + article.id(), ItemType.ANNOUNCEMENT)
                .title(title.text())
                .url(title.select("a").attr("abs:href"));
        if (body != null) {
            sighting.document(HtmlReader.standard().document(body));
        }
        Instant published = time == null ? null : moment(time.attr("datetime"));
        return sighting.state(Field.PUBLISHED_AT, published).textDate(published).build();
    }

    private static @Nullable Instant moment(String stated) {
        try {
            return OffsetDateTime.parse(stated).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
