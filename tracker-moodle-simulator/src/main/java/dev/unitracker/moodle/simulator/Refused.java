package dev.unitracker.moodle.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Moodle says no. Each of its scripts words the same refusal in a form of its own. */
final class Refused extends RuntimeException {
    private static final String INVALID_PARAMETER = "core\\exception\\invalid_parameter_exception";
    private static final String GENERAL = "core\\exception\\moodle_exception";

    private final String type;
    private final @Nullable String errorcode;

    private Refused(String type, @Nullable String errorcode, String message) {
        super(message);
        this.type = type;
        this.errorcode = errorcode;
    }

    static Refused invalidToken() {
        return new Refused(GENERAL, "invalidtoken", "Ficha (token) no válida - ficha no encontrada");
    }

    static Refused access() {
        return new Refused("webservice_access_exception", "accessexception", "Excepción al control de acceso");
    }

    static Refused parameter() {
        return new Refused(INVALID_PARAMETER, "invalidparameter", "Detectado valor de parámetro no válido");
    }

    static Refused limit() {
        return new Refused(
                "core_calendar\\local\\event\\exceptions\\limit_invalid_parameter_exception",
                "invalidparameter",
                "Detectado valor de parámetro no válido");
    }

    static Refused missing(String parameter) {
        return new Refused(GENERAL, "missingparam", "Un parámetro necesario (" + parameter + ") faltaba");
    }

    static Refused noRecord(String table) {
        return new Refused(
                "dml_missing_record_exception",
                "invalidrecord",
                "No se puede encontrar registro de datos en la tabla " + table + " de la base de datos.");
    }

    static Refused unknownRecord() {
        return new Refused(
                "dml_missing_record_exception",
                "invalidrecordunknown",
                "No se puede encontrar registro de datos en la base de datos.");
    }

    /** Hidden, restricted, in a hidden course, of a suspended enrolment, or deleted and waiting for cron. */
    static Refused outOfSight() {
        return new Refused(
                "core\\exception\\require_login_exception", "requireloginerror", "Curso o actividad no accesible.");
    }

    static Refused permission() {
        return new Refused(
                "core\\exception\\required_capability_exception",
                "nopermission",
                "Lo sentimos, pero por el momento no tiene permiso para hacer eso.");
    }

    static Refused notRecorded(String function) {
        return new Refused(GENERAL, "notrecorded", "The recording holds no answer of " + function);
    }

    /** A refusal among the recorded answers: a fault inside Moodle has no error code. */
    static Refused recorded(JsonNode answer) {
        return new Refused(
                answer.path("exception").asText(),
                answer.path("errorcode").textValue(),
                answer.path("message").asText());
    }

    static Refused because(String errorcode) {
        return switch (errorcode) {
            case "invalidtoken" -> invalidToken();
            case "accessexception" -> access();
            case "invalidparameter" -> parameter();
            case "nopermission" -> permission();
            default -> new Refused(GENERAL, errorcode, "error/" + errorcode);
        };
    }

    static Refused because(String errorcode, String message) {
        return new Refused(GENERAL, errorcode, message);
    }

    /** A fault inside PHP. */
    static Refused withoutCode(String message) {
        return new Refused("Error", null, message);
    }

    boolean is(String code) {
        return code().equals(code);
    }

    /** As the web-service server words it. */
    ObjectNode inRest() {
        ObjectNode answer = Json.object().put("exception", type);
        return (errorcode == null ? answer : answer.put("errorcode", errorcode)).put("message", getMessage());
    }

    /** As a batch words it, for one of its functions. */
    ObjectNode inBatch(String site) {
        return Json.object()
                .put("message", getMessage())
                .put("errorcode", code())
                .put("link", site + "/")
                .put("moreinfourl", "https://docs.moodle.org/405/es/error/moodle/" + code());
    }

    /** As the login and the file scripts word it. */
    ObjectNode inScript() {
        return Json.object()
                .put("error", getMessage())
                .put("errorcode", code())
                .putNull("stacktrace")
                .putNull("debuginfo")
                .putNull("reproductionlink");
    }

    /** As the web-service server words it to those who forget to ask for JSON. */
    String inXml() {
        return """
                <?xml version="1.0" encoding="UTF-8" ?>
                <EXCEPTION class="%s">
                <ERRORCODE>%s</ERRORCODE>
                <MESSAGE>%s</MESSAGE>
                </EXCEPTION>
                """.formatted(type, code(), getMessage());
    }

    private String code() {
        return errorcode == null ? "generalexceptionmessage" : errorcode;
    }
}
