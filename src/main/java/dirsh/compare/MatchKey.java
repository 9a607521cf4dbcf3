package dirsh.compare;

import dirsh.exchange.ProxyAddress;
import dirsh.exchange.Recipient;
import dirsh.model.NotesName;
import dirsh.model.Person;
import dirsh.model.Unid;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person and a recipient can have in common, the strongest first.
 *
 * <p>A display name is none of these: conventions differ too much, so it never pairs.
 */
enum MatchKey {
    /** The connector of Exchange 5.5 uses the UNID as directory name (KB Q175746). */
    UNID(0, "unid") {
        @Override
        String of(Person person) {
            return person.note().unid().toString();
        }

        @Override
        List<String> of(Recipient recipient) {
            List<String> keys = new ArrayList<>();
            for (Unid id : recipient.directoryIds()) {
                keys.add(id.toString());
            }
            return keys;
        }
    },

    /** The connector's target address: full name, {@code @}, mail domain (Mapnotes.tbl, KB Q180517). */
    NOTES_ADDRESS(1, "notesAddress") {
        @Override
        String of(Person person) {
            String name = person.fullName().strip();
            String domain = person.mailDomain().strip();
            return name.isEmpty() || domain.isEmpty() ? "" : new NotesName(name).abbreviated() + "@" + domain;
        }

        @Override
        List<String> of(Recipient recipient) {
            List<String> keys = proxies(recipient, ProxyAddress.NOTES);
            ProxyAddress target = recipient.targetAddress();
            if (target != null && target.is(ProxyAddress.NOTES)) {
                addOnce(keys, target.value());
            }
            return keys;
        }
    },

    /** The internet address, which must be the primary or another SMTP address of the recipient. */
    SMTP_ADDRESS(2, "smtpAddress") {
        @Override
        String of(Person person) {
            return person.internetAddress();
        }

        @Override
        List<String> of(Recipient recipient) {
            List<String> keys = proxies(recipient, ProxyAddress.SMTP);
            addOnce(keys, recipient.primarySmtpAddress());
            return keys;
        }
    },

    /** The connector makes the alias from the first short name (Mapnotes.tbl, KB Q180517). */
    ALIAS(3, "alias") {
        @Override
        String of(Person person) {
            return person.note().text("ShortName");
        }

        @Override
        List<String> of(Recipient recipient) {
            return List.of(recipient.alias());
        }
    };

    /** The items the keys are made from. */
    static final List<String> ITEMS = List.of("FullName", "MailDomain", "InternetAddress", "ShortName");

    /** All of them, the strongest first. */
    static final List<MatchKey> BY_RANK = List.of(values());

    private final int rank;
    private final String word;

    MatchKey(int rank, String word) {
        this.rank = rank;
        this.word = word;
    }

    /** Its position in {@link #BY_RANK}: 0 for the strongest. */
    int rank() {
        return rank;
    }

    /** The person's key; blank if there is none. */
    abstract String of(Person person);

    /** The recipient's keys, some of which may be blank or equal. */
    abstract List<String> of(Recipient recipient);

    /** The target and the primary address usually stand among the proxy addresses too. */
    private static void addOnce(List<String> keys, String key) {
        if (!keys.contains(key)) {
            keys.add(key);
        }
    }

    private static List<String> proxies(Recipient recipient, String type) {
        List<String> values = new ArrayList<>();
        for (ProxyAddress address : recipient.proxyAddresses()) {
            if (address.is(type)) {
                values.add(address.value());
            }
        }
        return values;
    }

    /** The word of the JSON output. */
    @Override
    public String toString() {
        return word;
    }
}
