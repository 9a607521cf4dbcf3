package dirsh.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A value of a row on one line. */
final class CellText {

    private CellText() {}

    /** For people: booleans as yes and no, everything escaped that would act on the terminal. */
    static String shown(@Nullable Object plain) {
        return ShownText.line(joined(plain, "yes", "no"));
    }

    /** For programs: booleans as true and false, the text as it is. */
    static String data(@Nullable Object plain) {
        return joined(plain, "true", "false");
    }

    private static String joined(@Nullable Object plain, String yes, String no) {
        if (plain == null) {
            return "";
        }
        if (plain instanceof Boolean flag) {
            return flag ? yes : no;
        }
        if (plain instanceof List<?> list) {
            return list.stream().map(each -> joined(each, yes, no)).collect(Collectors.joining("; "));
        }
        if (plain instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + joined(entry.getValue(), yes, no))
                    .collect(Collectors.joining(", "));
        }
        return plain.toString();
    }
}
