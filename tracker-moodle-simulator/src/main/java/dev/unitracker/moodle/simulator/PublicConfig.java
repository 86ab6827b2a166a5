package dev.unitracker.moodle.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a site says about itself to anybody. */
final class PublicConfig implements Endpoint {
    static final String PATH = "/lib/ajax/service-nologin.php";
    private static final String FUNCTION = "tool_mobile_get_public_config";

    @Override
    public Reply answer(Site.Exchange exchange, Request request) {
        ArrayNode answers = Json.array();
        for (JsonNode call : calls(request)) {
            ObjectNode answer = answers.addObject();
            if (call.path("methodname").asText().equals(FUNCTION)) {
                answer.put("error", false).set("data", config(exchange.scene()));
            } else {
                Refused refused = Refused.because("servicerequireslogin", "El servicio requiere iniciar sesión");
                answer.put("error", true)
                        .set("exception", refused.inBatch(exchange.scene().url()));
                break;
            }
        }
        return Reply.json(answers);
    }

    private static JsonNode calls(Request request) {
        try {
            return Json.read(request.field("args").orElse(request.body()));
        } catch (IllegalArgumentException notJson) {
            throw Refused.parameter();
        }
    }

    private static JsonNode config(Scene scene) {
        ObjectNode config = Json.object();
        config.setAll(site(scene));
        config.setAll(app(scene));
        config.putArray("identityproviders");
        config.putArray("warnings");
        return config;
    }

    /** What it tells of the site and of its logins. */
    private static ObjectNode site(Scene scene) {
        return Json.object()
                .put("wwwroot", scene.url())
                .put("httpswwwroot", scene.url())
                .put("sitename", scene.siteInfo().path("sitename").asText())
                .put("guestlogin", 0)
                .put("rememberusername", 2)
                .put("authloginviaemail", 0)
                .put("registerauth", "")
                .put("forgottenpasswordurl", "")
                .put("authinstructions", "")
                .put("authnoneenabled", 0)
                .put("enablewebservices", 1)
                .put("enablemobilewebservice", 1)
                .put("maintenanceenabled", 0)
                .put("maintenancemessage", "");
    }

    /** What it tells of the app and of its languages. */
    private static ObjectNode app(Scene scene) {
        return Json.object()
                .put("mobilecssurl", "")
                .put("tool_mobile_disabledfeatures", "")
                .put("typeoflogin", 1)
                .put("launchurl", scene.url() + "/admin/tool/mobile/launch.php")
                .put("country", "AR")
                .put("agedigitalconsentverification", false)
                .put("autolang", 1)
                .put("lang", scene.siteInfo().path("lang").asText())
                .put("langmenu", 1)
                .put("langlist", "")
                .put("locale", "")
                .put("tool_mobile_minimumversion", "")
                .put("tool_mobile_setuplink", "https://download.moodle.org/mobile")
                .put("tool_mobile_qrcodetype", 1)
                .put("supportpage", "")
                .put("supportavailability", 1);
    }
}
