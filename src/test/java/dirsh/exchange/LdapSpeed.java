package dirsh.exchange;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import dirsh.compare.ComparedAttribute;
import dirsh.compare.Comparer;
import dirsh.compare.RecipientIndex;
import dirsh.entry.ldap.LdapAddress;
import dirsh.entry.ldap.LdapEntries;
import dirsh.entry.ldap.ServerAccess;
import dirsh.model.Cancellation;
import dirsh.model.Item;
import dirsh.model.Note;
import dirsh.model.Person;
import dirsh.model.Unid;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The harness behind goal G7: the rate of a compare over LDAP against that of a bare paged read of the same attributes, in
 * turn, from a server in a process of its own.
 *
 * <p>{@code make FOLDER PEOPLE} writes the configuration and the content of an OpenLDAP server without access control;
 * {@code measure HOST PORT PEOPLE ROUNDS} reads and compares in turn.
 */
public final class LdapSpeed {

    private static final PrintStream OUT = new PrintStream(System.out, true);
    private static final String BASE = "o=acme";

    private LdapSpeed() {}

    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "make" -> make(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
            case "measure" ->
                measure(
                        arguments[1],
                        Integer.parseInt(arguments[2]),
                        Integer.parseInt(arguments[3]),
                        Integer.parseInt(arguments[4]));
            default -> throw new IllegalArgumentException("make or measure");
        }
    }

    private static void make(Path folder, int people) throws IOException {
        Files.createDirectories(folder.resolve("db"));
        Files.writeString(
                folder.resolve("slapd.conf"),
                """
                include /etc/ldap/schema/core.schema
                include /etc/ldap/schema/cosine.schema
                include /etc/ldap/schema/inetorgperson.schema
                attributetype ( 1.1.2.1 NAME 'mailNickname' EQUALITY caseIgnoreMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 )
                attributetype ( 1.1.2.2 NAME 'proxyAddresses' EQUALITY caseIgnoreMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 )
                attributetype ( 1.1.2.3 NAME 'targetAddress' EQUALITY caseIgnoreMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 )
                attributetype ( 1.1.2.4 NAME 'department' EQUALITY caseIgnoreMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 )
                objectclass ( 1.1.2.5 NAME 'contact' SUP inetOrgPerson STRUCTURAL
                  MAY ( mailNickname $ proxyAddresses $ targetAddress $ department ) )
                modulepath /usr/lib/ldap
                moduleload back_mdb
                sizelimit unlimited
                database mdb
                suffix "o=acme"
                directory FOLDER/db
                maxsize 2147483648
                """
                        .replace("FOLDER", folder.toAbsolutePath().toString()));
        try (Writer content = Files.newBufferedWriter(folder.resolve("content.ldif"))) {
            content.write("dn: o=acme\nobjectClass: organization\no: acme\n\n");
            for (int i = 0; i < people; i++) {
                content.write(
                        """
                        dn: cn=Person INDEX,o=acme
                        objectClass: contact
                        cn: Person INDEX
                        sn: INDEX
                        displayName: Person INDEX
                        mailNickname: userINDEX
                        mail: userINDEX@acme.com
                        proxyAddresses: SMTP:userINDEX@acme.com
                        proxyAddresses: NOTES:Person INDEX/Acme@HQ
                        targetAddress: NOTES:Person INDEX/Acme@HQ
                        department: Sales
                        telephoneNumber: +1 555 INDEX

                        """
                                .replace("INDEX", Integer.toString(i)));
            }
        }
    }

    private static void measure(String host, int port, int people, int rounds) throws Exception {
        List<Double> wall = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            Cost bare = Cost.of(() -> bare(host, port, people));
            Cost ours = Cost.of(() -> compare(host, port, people));
            OUT.printf(
                    Locale.ROOT,
                    "bare %,.0f entries/s, %.2f CPU s; compare %,.0f entries/s, %.2f CPU s; ratio %.2f%n",
                    people / bare.seconds,
                    bare.cpuSeconds,
                    people / ours.seconds,
                    ours.cpuSeconds,
                    bare.seconds / ours.seconds);
            // The first rounds are those of the compiler.
            if (round >= rounds / 4) {
                wall.add(bare.seconds / ours.seconds);
                cpu.add(bare.cpuSeconds / ours.cpuSeconds);
            }
        }
        OUT.println("of the warm rounds, lower quartile, median, upper quartile:");
        OUT.println("rate of the compare by that of the bare read: " + quartiles(wall));
        OUT.println("CPU of the bare read by that of the compare:   " + quartiles(cpu));
    }

    private static String quartiles(List<Double> ratios) {
        List<Double> sorted = ratios.stream().sorted().toList();
        int last = sorted.size() - 1;
        return String.format(
                Locale.ROOT,
                "%.2f %.2f %.2f of %d",
                sorted.get(last / 4),
                sorted.get(last / 2),
                sorted.get(last * 3 / 4),
                sorted.size());
    }

    /** What a piece of work took of the clock and, in this process, of the processors. */
    private record Cost(double seconds, double cpuSeconds) {

        static Cost of(Work work) throws Exception {
            var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            long cpu = system.getProcessCpuTime();
            long begin = System.nanoTime();
            work.run();
            return new Cost((System.nanoTime() - begin) / 1e9, (system.getProcessCpuTime() - cpu) / 1e9);
        }

        @FunctionalInterface
        interface Work {
            void run() throws Exception;
        }
    }

    private static void bare(String host, int port, int people) throws Exception {
        String[] names = RecipientAttribute.names(List.of()).names().toArray(String[]::new);
        int entries = 0;
        try (LDAPConnection connection = new LDAPConnection(host, port)) {
            SearchRequest request = new SearchRequest(BASE, SearchScope.SUB, Recipients.USUAL_FILTER, names);
            ASN1OctetString cookie = null;
            do {
                request.setControls(new SimplePagedResultsControl(ServerAccess.USUAL_PAGE, cookie));
                SearchResult page = connection.search(request);
                entries += page.getEntryCount();
                cookie = SimplePagedResultsControl.get(page).getCookie();
            } while (cookie != null && cookie.getValueLength() > 0);
        }
        if (entries != people) {
            throw new IllegalStateException("read " + entries + " entries");
        }
    }

    private static void compare(String host, int port, int people) {
        LdapAddress address = LdapAddress.parse("ldap://" + host + ":" + port + "/" + BASE);
        ServerAccess access = new ServerAccess(
                null, null, question -> Optional.empty(), false, null, false, 30, ServerAccess.USUAL_PAGE);
        try (LdapEntries entries = LdapEntries.connect(address, access, Recipients.USUAL_FILTER)) {
            RecipientIndex index =
                    RecipientIndex.read(new Recipients(entries, Optional.empty(), List.of()), new Cancellation());
            Comparer comparer = new Comparer(index, ComparedAttribute.DEFAULTS);
            for (int i = 0; i < people; i++) {
                Note note = Note.builder(new Unid(1, i))
                        .item(Item.text("FullName", "CN=Person " + i + "/O=Acme"))
                        .item(Item.text("MailDomain", "HQ"))
                        .build();
                comparer.person(new Person(note), Optional.empty());
            }
            if (comparer.finish().matched() != people) {
                throw new IllegalStateException("not everybody matched");
            }
        }
    }
}
