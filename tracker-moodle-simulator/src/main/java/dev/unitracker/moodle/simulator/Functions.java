package dev.unitracker.moodle.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls web-service functions: checks, failures, the answer, its times, edits and order. */
final class Functions {
    static final String BATCH = "tool_mobile_call_external_functions";
    private static final String SITE_INFO = "core_webservice_get_site_info";

    private final Site site;

    Functions(Site site) {
        this.site = site;
    }

    static List<String> namedIn(Request request) {
        Optional<String> function =
                request.field("wsfunction").filter(name -> request.path().equals(Rest.PATH));
        List<String> names = new ArrayList<>(function.stream().toList());
        if (function.filter(BATCH::equals).isPresent()) {
            request.arguments()
                    .child("requests")
                    .entries()
                    .forEach(each -> each.text("function").ifPresent(names::add));
        }
        return names;
    }

    /** The answer as JSON text. */
    String call(Site.Exchange exchange, String function, Arguments arguments) {
        List<Failure> failures = site.faults.ofCall(function, arguments);
        for (Failure failure : failures) {
            if (failure instanceof OnTheWire wire) {
                exchange.failures().add(wire);
            }
        }
        String text = failures.stream()
                .filter(InAnswer.class::isInstance)
                .findFirst()
                .map(failure -> ((InAnswer) failure).text())
                .orElseGet(() -> answer(exchange, function, arguments));
        String edited = site.damages.inAnswer(
                new Stroke.Occasion(exchange, function, arguments, site.faults.edited(function, arguments, text)));
        // The answers of a batch are in the order of its requests: that order means something.
        return function.equals(BATCH)
                ? edited
                : site.shuffle.map(shuffle -> shuffle.text(edited)).orElse(edited);
    }

    private String answer(Site.Exchange exchange, String function, Arguments arguments) {
        checkAccess(exchange.scene(), function);
        Signatures.check(function, arguments, site.rejectedParameters.getOrDefault(function, Set.of()));
        if (function.equals(BATCH)) {
            return Json.text(batch(exchange, arguments.child("requests").entries()));
        }
        return Json.text(exchange.scene().shift().json(recorded(exchange.scene(), function, arguments)));
    }

    private JsonNode recorded(Scene scene, String function, Arguments arguments) {
        return switch (function) {
            case SITE_INFO -> siteInfo(scene);
            case CourseModules.FUNCTION -> new CourseModules(site).answer(scene, arguments);
            default -> Answers.answer(scene, function, arguments);
        };
    }

    private void checkAccess(Scene scene, String function) {
        List<String> offered = scene.siteInfo()
                .path("functions")
                .valueStream()
                .map(each -> each.path("name").asText())
                .toList();
        if (offered.contains(function) && !site.removedFunctions.contains(function)) {
            return;
        }
        String component = function.substring(0, function.indexOf('_') + 1);
        boolean plausible = offered.stream().anyMatch(name -> !component.isEmpty() && name.startsWith(component));
        throw plausible ? Refused.access() : Refused.noRecord("external_functions");
    }

    private JsonNode siteInfo(Scene scene) {
        JsonNode info = scene.siteInfo();
        JsonNode offered = Json.filtered(
                info.path("functions"),
                function ->
                        !site.removedFunctions.contains(function.path("name").asText()));
        return Recorded.with(info, "functions", offered);
    }

    private JsonNode batch(Site.Exchange exchange, List<Arguments> requests) {
        ObjectNode answer = Json.object();
        ArrayNode responses = answer.putArray("responses");
        for (Arguments request : requests) {
            ObjectNode response = responses.addObject();
            try {
                response.put("error", false).put("data", call(exchange, function(request), inner(request)));
            } catch (Refused refusal) {
                String exception = Json.text(refusal.inBatch(exchange.scene().url()));
                response.put("error", true).put("exception", exception);
                break;
            }
        }
        return answer;
    }

    private static String function(Arguments request) {
        return request.text("function").orElseThrow(Refused::parameter);
    }

    private static Arguments inner(Arguments request) {
        try {
            return Arguments.of(Json.read(request.text("arguments").orElse("{}")));
        } catch (IllegalArgumentException notJson) {
            throw Refused.parameter();
        }
    }
}
