package dev.unitracker.custom.collector;

import dev.unitracker.spi.Collector;
import dev.unitracker.testkit.TestSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** The web site of a faculty in the test's own process. Its newest article stands first. */
final class Faculty implements TestSource {

    private final MockWebServer server = new MockWebServer();
    private final List<String> articles = new ArrayList<>();
    private Optional<Breakdown> breakdown = Optional.empty();

    Faculty() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer();
            }
        });
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        add();
        add();
    }

    @Override
    public Collector collector() {
        return FacultyNews.at(server.url("/news").toString());
    }

    @Override
    public synchronized void add() {
        int number = articles.size() + 1;
        publish("""
                <article id="%d"><h2><a href="/news/%d?from=list">Mesas de examen %d</a></h2>
                <time datetime="2026-11-20T12:00:00-03:00">viernes</time>
                <div class="body"><p>Cambia el aula:</p><ul><li>Final: 1%d/12/2026 18:00, <s>Aula 3</s> Aula 204</li></ul></div>
                </article>
                """.formatted(number, number, number, number));
    }

    synchronized void publish(String article) {
        articles.add(0, article);
    }

    synchronized void withdrawAll() {
        articles.clear();
    }

    @Override
    public synchronized void fail(Breakdown how) {
        breakdown = Optional.of(how);
    }

    @Override
    public synchronized void recover() {
        breakdown = Optional.empty();
    }

    @Override
    public int requests() {
        return server.getRequestCount();
    }

    @Override
    public Set<String> secrets() {
        return Set.of();
    }

    @Override
    public void close() {
        server.close();
    }

    private synchronized MockResponse answer() {
        String page = page();
        return breakdown
                .map(how -> switch (how) {
                    case DOWN -> new MockResponse.Builder().code(503).build();
                    case LOGIN_PAGE -> html("<html><main><form action='/login'>Usuario</form></main></html>");
                    case CUT_SHORT -> html(page.substring(0, page.length() / 2));
                })
                .orElseGet(() -> html(page));
    }

    private String page() {
        return "<!doctype html><html><body><nav>Inicio</nav><main data-articles='" + articles.size() + "'>"
                + String.join("", articles) + "</main></body></html>";
    }

    private static MockResponse html(String page) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "text/html; charset=utf-8")
                .body(page)
                .build();
    }
}
