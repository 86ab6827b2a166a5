package dev.unitracker.moodle.simulator;

import java.util.Locale;

/** Hands out the student's token. */
final class Login implements Endpoint {
    static final String PATH = "/login/token.php";
    static final String USERNAME = "jperez";
    // Each of these characters breaks a client that does not encode its form fields.
    static final String PASSWORD = "Ñandú+20% &=?#";
    private static final String SERVICE = "moodle_mobile_app";

    private final Tokens tokens;

    Login(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Reply answer(Site.Exchange exchange, Request request) {
        if (request.field("appsitecheck").filter("1"::equals).isPresent()) {
            return Reply.json(Json.object().put("appsitecheck", "ok"));
        }
        String username = request.required("username").strip().toLowerCase(Locale.ROOT);
        String password = request.required("password");
        String service = request.required("service");
        if (!username.equals(USERNAME) || !password.equals(PASSWORD)) {
            throw Refused.because("invalidlogin", "Acceso inválido. Por favor, inténtelo otra vez.");
        }
        if (!service.equals(SERVICE)) {
            throw Refused.because(
                    "servicenotavailable",
                    "El servicio Web no está disponible. (No existe o puede estar deshabilitado)");
        }
        return Reply.json(Json.object().put("token", tokens.current()).putNull("privatetoken"));
    }
}
