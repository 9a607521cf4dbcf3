package dirsh.command;

import java.util.Map;
import java.util.Set;

/** Arguments as the declarations of the repair commands would bind them. */
final class Given {

    private static final Set<String> PLAN = Set.of(
            "cause",
            "person",
            "where",
            "missing-in-exchange",
            "at-risk",
            "limit",
            "mode",
            "systematic",
            "groups",
            "replicas",
            "save",
            "show",
            "in");
    private static final Set<String> APPLY = Set.of(
            "file",
            "yes",
            "pilot",
            "until-verified",
            "limit",
            "max-percent",
            "rate",
            "pause",
            "stop-after",
            "break-lock");

    private Given() {}

    static Arguments plan(Map<String, Object> values) {
        return new Arguments(PLAN, values, null);
    }

    static Arguments apply(Map<String, Object> values) {
        return new Arguments(APPLY, values, null);
    }
}
