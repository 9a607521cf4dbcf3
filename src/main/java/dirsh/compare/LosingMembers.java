package dirsh.compare;

import dirsh.compare.Rehearsal.LosingList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The distribution lists that lose members when entries are deleted, as far as the export names members by something that can
 * be told: alias, display name, address, or a distinguished name that ends or begins in one of these.
 */
final class LosingMembers {

    private LosingMembers() {}

    static List<LosingList> of(List<RehearsedPerson> deleted, Outlook outlook) {
        Map<String, String> names = new HashMap<>();
        for (RehearsedPerson person : deleted) {
            Outlook.Seen seen = outlook.seen().get(person.unid());
            if (seen != null) {
                for (String key : List.of(
                        seen.predicted().alias(),
                        seen.predicted().displayName(),
                        seen.predicted().directoryName(),
                        seen.predicted().targetAddress(),
                        seen.internetAddress())) {
                    names.putIfAbsent(Folded.of(key), person.fullName());
                }
            }
        }
        names.remove("");
        List<LosingList> losing = new ArrayList<>();
        for (Outlook.MemberList list : outlook.lists()) {
            Set<String> loses = new LinkedHashSet<>();
            for (String member : list.members()) {
                String found = names.get(Folded.of(plain(member)));
                if (found != null) {
                    loses.add(found);
                }
            }
            if (!loses.isEmpty()) {
                losing.add(new LosingList(list.name(), List.copyOf(loses)));
            }
        }
        return losing;
    }

    /** The name inside a distinguished name: {@code /o=Org/cn=jdoe}, {@code Recipients/cn=jdoe}, {@code CN=Jane Doe,OU=…}. */
    private static String plain(String member) {
        String text = member.strip();
        int exchange = text.toLowerCase(Locale.ROOT).lastIndexOf("/cn=");
        if (exchange >= 0) {
            return text.substring(exchange + 4);
        }
        if (text.regionMatches(true, 0, "CN=", 0, 3)) {
            int comma = text.indexOf(',');
            return text.substring(3, comma < 0 ? text.length() : comma);
        }
        return text;
    }
}
