package dev.unitracker.example.server.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.model.Evidence;

/** The answer of a source that something was learnt from. */
final class EvidenceJson {

    private EvidenceJson() {}

    static void fill(ObjectNode json, Evidence evidence) {
        json.put("collector", evidence.collector())
                .put("request", evidence.request())
                .put("artifact", evidence.artifact());
    }
}
