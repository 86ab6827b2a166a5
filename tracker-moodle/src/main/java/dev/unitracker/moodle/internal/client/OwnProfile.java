package dev.unitracker.moodle.internal.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * The student's own profile. It holds addresses and preferences that nobody needs here: nothing but the zone is read of it, and
 * so nothing else is kept.
 */
final class OwnProfile {

    /** The function that answers it. */
    static final String FUNCTION = "core_user_get_users_by_field";

    private static final String ZONE = "timezone";

    private OwnProfile() {}

    /** Returns an answer without anything but the zone; as it is if it is no list of profiles. */
    static JsonNode pruned(JsonNode answer) {
        if (!answer.isArray()) {
            return answer;
        }
        ArrayNode profiles = JsonNodeFactory.instance.arrayNode();
        answer.forEach(profile -> {
            if (profile.path(ZONE).isTextual()) {
                profiles.addObject().put(ZONE, profile.path(ZONE).asText());
            } else {
                profiles.addObject();
            }
        });
        return profiles;
    }
}
