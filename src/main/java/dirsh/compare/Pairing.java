package dirsh.compare;

import dirsh.packed.KeyTable;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Who belongs to whom.
 *
 * <p>The keys are gone through from the strongest to the weakest, each for all people at once, so the order of people and
 * recipients does not matter. Within one key a pair is made only if the person leads to one recipient and nobody else does;
 * everything else is ambiguous. A recipient that a stronger key gave away, or that is part of an ambiguity, is no candidate
 * for a weaker one; whoever has no candidate left tries the next key.
 */
final class Pairing {

    private static final int NOBODY = -1;
    private static final int MORE = 2;

    private final PersonTable people;
    private final RecipientIndex recipients;
    private final int[] partners;
    private final byte[] ambiguousBy;
    private final byte[] takenBy;

    private Pairing(PersonTable people, RecipientIndex recipients) {
        this.people = people;
        this.recipients = recipients;
        this.partners = new int[people.size()];
        this.ambiguousBy = new byte[people.size()];
        Arrays.fill(partners, NOBODY);
        this.takenBy = new byte[recipients.size()];
        Arrays.fill(ambiguousBy, (byte) NOBODY);
        Arrays.fill(takenBy, (byte) NOBODY);
    }

    static Pairing of(PersonTable people, RecipientIndex recipients) {
        Pairing pairing = new Pairing(people, recipients);
        for (MatchKey key : MatchKey.BY_RANK) {
            pairing.pairBy(key);
        }
        return pairing;
    }

    private void pairBy(MatchKey key) {
        KeyTable table = recipients.table(key);
        byte[] claimants = new byte[table.groups()];
        for (int person = 0; person < people.size(); person++) {
            int group = isOpen(person) ? people.group(person, key) : NOBODY;
            if (group >= 0) {
                claimants[group] = oneOrMore(claimants[group] + 1);
            }
        }
        byte[] candidates = new byte[table.groups()];
        int[] last = new int[table.groups()];
        byte[] claims = new byte[recipients.size()];
        for (int group = 0; group < claimants.length; group++) {
            for (int i = 0; claimants[group] > 0 && i < table.members(group); i++) {
                int recipient = table.member(group, i);
                if (takenBy[recipient] == NOBODY || takenBy[recipient] == key.rank()) {
                    candidates[group] = oneOrMore(candidates[group] + 1);
                    last[group] = recipient;
                    claims[recipient] = oneOrMore(claims[recipient] + claimants[group]);
                    takenBy[recipient] = (byte) key.rank();
                }
            }
        }
        for (int person = 0; person < people.size(); person++) {
            int group = isOpen(person) ? people.group(person, key) : NOBODY;
            if (group >= 0 && candidates[group] > 0) {
                if (candidates[group] == 1 && claims[last[group]] == 1) {
                    partners[person] = last[group];
                } else {
                    ambiguousBy[person] = (byte) key.rank();
                }
            }
        }
    }

    /** Counts only as far as it matters: none, one, or more. */
    private static byte oneOrMore(int count) {
        return (byte) Math.min(count, MORE);
    }

    private boolean isOpen(int person) {
        return partners[person] == NOBODY && ambiguousBy[person] == NOBODY;
    }

    boolean isMatched(int person) {
        return partners[person] != NOBODY;
    }

    boolean isAmbiguous(int person) {
        return ambiguousBy[person] != NOBODY;
    }

    /** The recipient a matched person belongs to. */
    int partner(int person) {
        return partners[person];
    }

    /** The key by which an ambiguous person had more than one choice, or was not the only one. */
    MatchKey ambiguousBy(int person) {
        return MatchKey.BY_RANK.get(ambiguousBy[person]);
    }

    /** Whether the recipient is part of a pair or of an ambiguity. */
    boolean isTaken(int recipient) {
        return takenBy[recipient] != NOBODY;
    }

    /** The recipients between which an ambiguous person could not choose. */
    int[] candidates(int person) {
        MatchKey key = ambiguousBy(person);
        KeyTable table = recipients.table(key);
        int group = people.group(person, key);
        return IntStream.range(0, table.members(group))
                .map(index -> table.member(group, index))
                .filter(member -> takenBy[member] == key.rank())
                .toArray();
    }
}
