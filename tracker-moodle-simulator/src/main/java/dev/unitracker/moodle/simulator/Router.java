package dev.unitracker.moodle.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** Leads each request to its script, and spoils the answer if it was told to. */
final class Router extends Dispatcher {
    private final Site site;
    private final Map<String, Endpoint> scripts;
    private final Endpoint files;

    Router(Site site) {
        this.site = site;
        this.files = new Files(site.tokens);
        this.scripts = Map.of(
                Rest.PATH, new Rest(site.tokens, new Functions(site)),
                Login.PATH, new Login(site.tokens),
                CalendarExport.PATH, new CalendarExport(),
                PublicConfig.PATH, new PublicConfig());
    }

    @Override
    public MockResponse dispatch(RecordedRequest recorded) throws InterruptedException {
        Site.Exchange exchange = new Site.Exchange(site.scene, new ArrayList<>());
        Request request = Request.of(recorded);
        site.traffic.add(request);
        Reply reply = answer(exchange, request);
        for (OnTheWire failure : exchange.failures()) {
            reply = failure.spoil(reply);
        }
        site.delay(reply.delay());
        return reply.at(exchange.scene().now());
    }

    private Reply answer(Site.Exchange exchange, Request request) {
        List<Failure> failures = site.faults.ofRequest(request);
        for (Failure failure : failures) {
            if (failure instanceof OnTheWire wire) {
                exchange.failures().add(wire);
            }
        }
        exchange.failures().addAll(site.damages.onTheWay(request));
        Endpoint endpoint = endpoint(request.path());
        try {
            Reply reply = failures.stream()
                    .filter(InAnswer.class::isInstance)
                    .findFirst()
                    .map(failure -> Reply.json(((InAnswer) failure).text()))
                    .orElseGet(() -> endpoint.answer(exchange, request));
            return site.faults.edited(request, reply);
        } catch (Refused refused) {
            return endpoint.refusal(request, refused);
        }
    }

    private Endpoint endpoint(String path) {
        if (path.startsWith(Files.BY_TOKEN) || path.startsWith(Files.BY_KEY)) {
            return files;
        }
        return scripts.getOrDefault(path, (exchange, request) -> Reply.page(404, "No encontrado"));
    }
}
