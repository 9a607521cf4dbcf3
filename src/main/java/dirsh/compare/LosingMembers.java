package dirsh.compare;

import dirsh.compare.Rehearsal.LosingList;
import dirsh.model.Unid;
import dirsh.packed.Folded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The distribution lists that lose members when entries are deleted, as far as the export names members by something that can
 * be told: alias, display name, address, or a distinguished name that ends or begins in one of these.
 */
final class LosingMembers {

    /** The first part of a name in Active Directory, in which a backslash stands before a comma that belongs to it. */
    private static final Pattern FIRST_VALUE = Pattern.compile("^CN=((?:[^,\\\\]|\\\\.)*)", Pattern.CASE_INSENSITIVE);

    /** The container that the directory export of Exchange 5.5 writes before a directory name: {@code Recipients/jdoe}. */
    private static final Pattern CONTAINER = Pattern.compile("^[^/@:]+/(?=[^/@:]+$)");

    private LosingMembers() {}

    static List<LosingList> of(List<RehearsedPerson> deleted, Outlook outlook) {
        Map<String, String> names = names(deleted, outlook);
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

    /** The full names of the deleted people by the names of members that are theirs. */
    private static Map<String, String> names(List<RehearsedPerson> deleted, Outlook outlook) {
        Set<String> members = new HashSet<>();
        outlook.lists().forEach(list -> list.members().forEach(member -> members.add(Folded.of(plain(member)))));
        members.remove("");
        Map<String, String> names = new HashMap<>();
        for (int from = 0; !members.isEmpty() && from < deleted.size(); from += RehearsedPeople.TOGETHER) {
            List<RehearsedPerson> some =
                    deleted.subList(from, Math.min(deleted.size(), from + RehearsedPeople.TOGETHER));
            Map<Unid, Documents.Seen> seen = outlook.documents()
                    .seen(some.stream().map(RehearsedPerson::unid).toList());
            for (RehearsedPerson person : some) {
                Documents.Seen document = seen.get(person.unid());
                if (document != null) {
                    for (String key : keys(document)) {
                        if (members.contains(key)) {
                            names.putIfAbsent(key, person.fullName());
                        }
                    }
                }
            }
        }
        return names;
    }

    private static List<String> keys(Documents.Seen document) {
        return List.of(
                Folded.of(document.predicted().alias()),
                Folded.of(document.predicted().displayName()),
                Folded.of(document.predicted().directoryName()),
                Folded.of(document.predicted().targetAddress()),
                Folded.of(document.internetAddress()));
    }

    /** The name inside a distinguished name: {@code /o=Org/cn=jdoe}, {@code Recipients/jdoe}, {@code CN=Doe\, Jane,OU=…}. */
    private static String plain(String member) {
        String text = member.strip();
        int exchange = text.toLowerCase(Locale.ROOT).lastIndexOf("/cn=");
        if (exchange >= 0) {
            return text.substring(exchange + 4);
        }
        if (text.regionMatches(true, 0, "CN=", 0, 3)) {
            Matcher name = FIRST_VALUE.matcher(text);
            return name.find() ? name.group(1).replaceAll("\\\\(.)", "$1") : text;
        }
        return CONTAINER.matcher(text).replaceFirst("");
    }
}
