package dev.unitracker.benchmarks;

import dev.unitracker.diff.Diff;
import dev.unitracker.diff.Difference;
import dev.unitracker.model.Change;
import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemQuery;
import dev.unitracker.model.StoredItem;
import dev.unitracker.spi.Store;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Listens to the changes of an account, and says how long after its commit each begins to arrive. */
final class Listening {

    private static final String DATA = "data:";

    private Listening() {}

    /**
     * Commits changes, one after the other, as another process would: past the server.
     *
     * @param times how many
     */
    static Latency to(int port, Store store, String account, int times) {
        URI uri = URI.create("http://127.0.0.1:" + port + "/events");
        try (InputStream stream = HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofInputStream())
                        .body();
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            long[] took = new long[times];
            for (int time = 0; time < times; time++) {
                change(store, account, time);
                long committed = System.nanoTime();
                awaitEvent(lines);
                took[time] = System.nanoTime() - committed;
            }
            return new Latency(took);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while listening", e);
        }
    }

    private static void awaitEvent(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.startsWith(DATA)) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("the server ended the stream of events");
        }
    }

    private static void change(Store store, String account, int number) {
        store.inTransaction(account, session -> {
            StoredItem known = session.items()
                    .find(ItemQuery.all().course(Semester.course(0)))
                    .get(0);
            Item after = known.item().with(Field.PLACE, "Aula " + number);
            Difference difference = Diff.between(known.item(), after).orElseThrow();
            List<Change> written = session.ledger()
                    .append(
                            "listening-" + number,
                            List.of(new Change(
                                    0,
                                    after.id(),
                                    difference.kind(),
                                    Change.About.of(after),
                                    difference.fields(),
                                    difference.meaningfulKey(),
                                    Semester.NOW,
                                    false,
                                    List.of())));
            session.items()
                    .save(List.of(
                            known.changed(after, Semester.NOW, written.get(0).number(), difference.meaningfulKey())));
            return account;
        });
    }
}
