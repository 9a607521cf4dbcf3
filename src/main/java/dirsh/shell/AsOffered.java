package dirsh.shell;

import java.util.List;
import java.util.Map;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.CompletionMatcher;
import org.jline.reader.LineReader;
import org.jspecify.annotations.Nullable;

/** Takes all choices as they were offered: a person may match by any part of the name, which JLine would not know. */
final class AsOffered implements CompletionMatcher {

    private String typed = "";
    private List<Candidate> offered = List.of();

    @Override
    public void compile(
            Map<LineReader.Option, Boolean> options,
            boolean prefix,
            CompletingParsedLine line,
            boolean caseInsensitive,
            int errors,
            String originalGroupName) {
        typed = line.word();
    }

    @Override
    public List<Candidate> matches(List<Candidate> candidates) {
        offered = List.copyOf(candidates);
        return candidates;
    }

    @Override
    public @Nullable Candidate exactMatch() {
        return offered.stream()
                .filter(each -> each.complete() && each.value().equals(typed))
                .findFirst()
                .orElse(null);
    }

    @Override
    public String getCommonPrefix() {
        String common = offered.isEmpty() ? typed : offered.get(0).value();
        for (Candidate candidate : offered) {
            int length = 0;
            int most = Math.min(common.length(), candidate.value().length());
            while (length < most && common.charAt(length) == candidate.value().charAt(length)) {
                length++;
            }
            common = common.substring(0, length);
        }
        return common.startsWith(typed) ? common : typed;
    }
}
