package dev.unitracker.example.server;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.util.List;
import java.util.stream.Collectors;

/** Judges requests and answers by the OpenAPI document that the server gives out. */
final class Judge {

    private static final String DOCUMENT = OpenApi.document().toString();

    private final OpenApiInteractionValidator validator = OpenApiInteractionValidator.createForInlineApiSpecification(
                    DOCUMENT)
            .build();

    /** Returns an answer that the document allows. */
    RawHttp.Answered judged(String method, String path, RawHttp.Answered answered) {
        String plain = path.replaceFirst("\\?.*", "");
        SimpleResponse.Builder response = SimpleResponse.Builder.status(answered.status());
        for (String line : answered.headers()) {
            int colon = line.indexOf(':');
            response.withHeader(
                    line.substring(0, colon), line.substring(colon + 1).strip());
        }
        if (!answered.body().isEmpty()) {
            response.withBody(answered.body());
        }
        ValidationReport report = validator.validateResponse(plain, Request.Method.valueOf(method), response.build());
        if (report.hasErrors() && !isOfNoPath(report, answered)) {
            throw new AssertionError(method + " " + path + " was answered with what the document does not allow: "
                    + words(report) + "\n" + answered.status() + " " + answered.body());
        }
        return answered;
    }

    /** A document says nothing of paths that it does not have; only that there is none can be answered. */
    private static boolean isOfNoPath(ValidationReport report, RawHttp.Answered answered) {
        boolean missing = report.getMessages().stream()
                .anyMatch(message -> message.getKey().equals("validation.request.path.missing"));
        return missing && (answered.status() == 400 || answered.status() == 404 || answered.status() == 414);
    }

    /** Tells whether the document allows a request, whose parts are decoded. */
    boolean allows(Request request) {
        return !validator.validateRequest(request).hasErrors();
    }

    /** Returns a request for a path, to which parameters may be added. */
    static SimpleRequest.Builder request(String method, String path) {
        return new SimpleRequest.Builder(method, path);
    }

    private static List<String> words(ValidationReport report) {
        return report.getMessages().stream()
                .map(message -> message.getKey() + ": " + message.getMessage())
                .collect(Collectors.toList());
    }
}
