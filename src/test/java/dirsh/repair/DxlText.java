package dirsh.repair;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The octets of a DXL file, one character each, cut at its documents.
 *
 * @param documents by UNID
 * @param between everything else, with a mark where each document stood
 */
record DxlText(Map<String, String> documents, String between) {

    private static final Pattern DOCUMENT = Pattern.compile("<document\\b.*?</document>", Pattern.DOTALL);
    private static final Pattern UNID = Pattern.compile("\\bunid=['\"](\\w+)['\"]");

    static DxlText of(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        Map<String, String> documents = new LinkedHashMap<>();
        StringBuilder between = new StringBuilder();
        Matcher matcher = DOCUMENT.matcher(text);
        while (matcher.find()) {
            Matcher unid = UNID.matcher(matcher.group());
            if (!unid.find() || documents.put(unid.group(1), matcher.group()) != null) {
                throw new AssertionError("no UNID of its own: " + matcher.group());
            }
            matcher.appendReplacement(between, "@" + unid.group(1) + "@");
        }
        matcher.appendTail(between);
        return new DxlText(documents, between.toString());
    }

    /** The same without some documents; their marks stay. */
    DxlText without(Set<String> unids) {
        Map<String, String> others = new LinkedHashMap<>(documents);
        others.keySet().removeAll(unids);
        return new DxlText(others, between);
    }
}
