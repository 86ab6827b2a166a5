package dev.unitracker.moodle.simulator;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Serves files, by web-service token or by private access key. */
final class Files implements Endpoint {
    static final String BY_TOKEN = "/webservice/pluginfile.php/";
    static final String BY_KEY = "/tokenpluginfile.php/";
    private static final String NOT_FOUND = "filenotfound";
    private static final Map<String, String> TYPES = Map.of(
            "pdf",
            "application/pdf",
            "docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "html",
            "text/html",
            "txt",
            "text/plain",
            "java",
            "text/plain");

    private final Tokens tokens;

    Files(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Reply answer(Site.Exchange exchange, Request request) {
        Optional<String> file = request.path().startsWith(BY_KEY)
                ? byKey(exchange.scene(), request.path().substring(BY_KEY.length()))
                : Optional.of(byToken(request));
        if (file.isEmpty()) {
            return Reply.page(404, "Clave no válida");
        }
        byte[] body = exchange.scene()
                .file("files/" + file.get())
                .orElseThrow(() -> Refused.because(NOT_FOUND, "Disculpe, no se pudo encontrar el fichero solicitado"));
        return Reply.of(200, type(file.get()), body);
    }

    @Override
    public Reply refusal(Request request, Refused refused) {
        Reply reply = Reply.json(refused.inScript());
        return refused.is(NOT_FOUND) ? reply.withStatus(404) : reply;
    }

    private String byToken(Request request) {
        tokens.check(request.required("token"));
        return request.path().substring(BY_TOKEN.length());
    }

    private static Optional<String> byKey(Scene scene, String keyAndFile) {
        String key = scene.siteInfo().path("userprivateaccesskey").asText() + "/";
        return keyAndFile.startsWith(key) ? Optional.of(keyAndFile.substring(key.length())) : Optional.empty();
    }

    private static String type(String file) {
        String extension = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(extension, "application/octet-stream");
    }
}
