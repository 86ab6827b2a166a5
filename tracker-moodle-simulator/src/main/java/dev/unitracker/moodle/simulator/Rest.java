package dev.unitracker.moodle.simulator;

/** The web-service server. */
final class Rest implements Endpoint {
    static final String PATH = "/webservice/rest/server.php";
    private static final String XML = "application/xml; charset=utf-8";

    private final Tokens tokens;
    private final Functions functions;

    Rest(Tokens tokens, Functions functions) {
        this.tokens = tokens;
        this.functions = functions;
    }

    @Override
    public Reply answer(Site.Exchange exchange, Request request) {
        tokens.check(request.field("wstoken").orElse(""));
        String function =
                request.field("wsfunction").filter(name -> !name.isEmpty()).orElseThrow(Refused::parameter);
        String answer = functions.call(exchange, function, request.arguments());
        if (!wantsJson(request)) {
            throw Refused.because("notimplemented", "This simulator words its answers in JSON only");
        }
        return Reply.text("application/json", answer);
    }

    @Override
    public Reply refusal(Request request, Refused refused) {
        return wantsJson(request)
                ? Reply.text("application/json", Json.text(refused.inRest()))
                : Reply.text(XML, refused.inXml());
    }

    private static boolean wantsJson(Request request) {
        return request.field("moodlewsrestformat").filter("json"::equals).isPresent();
    }
}
