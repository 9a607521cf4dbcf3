package dirsh.compare;

import dirsh.exchange.ProxyAddress;
import dirsh.exchange.Recipient;
import dirsh.model.NotesName;
import dirsh.model.Person;
import dirsh.model.Unid;
import dirsh.packed.Folded;
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
        byte[] of(Person person) {
            return person.note().unid().bytes();
        }

        @Override
        List<byte[]> of(Recipient recipient) {
            List<byte[]> keys = new ArrayList<>(1);
            for (Unid id : recipient.directoryIds()) {
                keys.add(id.bytes());
            }
            return keys;
        }
    },

    /** The connector's target address: full name, {@code @}, mail domain (Mapnotes.tbl, KB Q180517). */
    NOTES_ADDRESS(1, "notesAddress") {
        @Override
        byte[] of(Person person) {
            String name = person.fullName().strip();
            String domain = person.mailDomain().strip();
            return name.isEmpty() || domain.isEmpty()
                    ? NONE
                    : Folded.bytes(new NotesName(name).abbreviated() + "@" + domain);
        }

        @Override
        List<byte[]> of(Recipient recipient) {
            ProxyAddress target = recipient.targetAddress();
            String usual = target != null && target.is(ProxyAddress.NOTES) ? target.value() : "";
            return addresses(recipient, ProxyAddress.NOTES, usual);
        }
    },

    /** The internet address, which must be the primary or another SMTP address of the recipient. */
    SMTP_ADDRESS(2, "smtpAddress") {
        @Override
        byte[] of(Person person) {
            return Folded.bytes(person.internetAddress());
        }

        @Override
        List<byte[]> of(Recipient recipient) {
            return addresses(recipient, ProxyAddress.SMTP, recipient.primarySmtpAddress());
        }
    },

    /** The connector makes the alias from the first short name (Mapnotes.tbl, KB Q180517). */
    ALIAS(3, "alias") {
        @Override
        byte[] of(Person person) {
            return Folded.bytes(person.note().text("ShortName"));
        }

        @Override
        List<byte[]> of(Recipient recipient) {
            return List.of(Folded.bytes(recipient.alias()));
        }
    };

    /** The items the keys are made from. */
    static final List<String> ITEMS = List.of("FullName", "MailDomain", "InternetAddress", "ShortName");

    private static final byte[] NONE = {};

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

    /** The person's key, as bytes that are equal for equal keys; empty if there is none. */
    abstract byte[] of(Person person);

    /** The recipient's keys, some of which may be empty or equal. */
    abstract List<byte[]> of(Recipient recipient);

    /** The addresses of a type, with one that usually stands among them. */
    private static List<byte[]> addresses(Recipient recipient, String type, String usual) {
        List<byte[]> keys = new ArrayList<>(2);
        boolean among = false;
        for (ProxyAddress address : recipient.proxyAddresses()) {
            if (address.is(type)) {
                keys.add(Folded.bytes(address.value()));
                among |= address.value().equals(usual);
            }
        }
        if (!among) {
            keys.add(Folded.bytes(usual));
        }
        return keys;
    }

    /** The word of the JSON output. */
    @Override
    public String toString() {
        return word;
    }
}
