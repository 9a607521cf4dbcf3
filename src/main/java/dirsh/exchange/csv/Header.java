package dirsh.exchange.csv;

import dirsh.exchange.DirectoryId;
import dirsh.exchange.ProxyAddress;
import dirsh.exchange.Recipient;
import dirsh.model.Place;
import dirsh.model.Unid;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which column stands where in a file.
 *
 * @param width the number of headers
 * @param positions the positions of the columns we read; several headers may mean the same column
 */
record Header(int width, Map<Column, List<Integer>> positions) {

    static Header of(CsvRow row) {
        Map<Column, List<Integer>> positions = new EnumMap<>(Column.class);
        for (int i = 0; i < row.cells().size(); i++) {
            Optional<Column> column = Column.of(row.cells().get(i));
            if (column.isPresent()) {
                positions
                        .computeIfAbsent(column.get(), any -> new ArrayList<>(1))
                        .add(i);
            }
        }
        return new Header(row.cells().size(), positions);
    }

    /** Whether there is anything to match people by. */
    boolean isUsable() {
        return positions.keySet().stream().anyMatch(Column.KEYS::contains);
    }

    /** The recipient a row stands for. */
    Recipient recipient(CsvRow row, Place place) {
        List<ProxyAddress> addresses = new ArrayList<>();
        for (String cell : all(row, Column.ADDRESSES)) {
            addresses.addAll(JoinedAddresses.split(cell));
        }
        List<Unid> ids = new ArrayList<>(1);
        for (String cell : all(row, Column.DIRECTORY_ID)) {
            DirectoryId.parse(cell).ifPresent(ids::add);
        }
        Map<String, String> attributes = new HashMap<>();
        for (Map.Entry<Column, String> attribute : Column.ATTRIBUTES.entrySet()) {
            if (positions.containsKey(attribute.getKey())) {
                attributes.put(attribute.getValue(), first(row, attribute.getKey()));
            }
        }
        return new Recipient(
                place,
                first(row, Column.DISPLAY_NAME),
                first(row, Column.ALIAS),
                primary(first(row, Column.PRIMARY_ADDRESS), addresses),
                addresses,
                ProxyAddress.parse(first(row, Column.TARGET)).orElse(null),
                ids,
                isGroup(first(row, Column.TYPE)),
                attributes);
    }

    /** Whether a list was written as the name of its type, since the export script did not join it. */
    boolean hasUnjoinedList(CsvRow row) {
        return all(row, Column.ADDRESSES).stream()
                .anyMatch(cell -> cell.endsWith("Collection") || cell.endsWith("Collection`1") || cell.endsWith("[]"));
    }

    private static String primary(String stated, List<ProxyAddress> addresses) {
        if (!stated.isEmpty()) {
            return ProxyAddress.parse(stated)
                    .filter(address -> address.is(ProxyAddress.SMTP))
                    .map(ProxyAddress::value)
                    .orElse(stated);
        }
        return addresses.stream()
                .filter(ProxyAddress::isPrimary)
                .map(ProxyAddress::value)
                .findFirst()
                .orElse("");
    }

    /** MailUniversalDistributionGroup, DynamicDistributionGroup and the like; a room list is one too. */
    private static boolean isGroup(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        return lower.contains("group") || lower.equals("roomlist");
    }

    private String first(CsvRow row, Column column) {
        List<String> all = all(row, column);
        return all.isEmpty() ? "" : all.get(0);
    }

    /** The cells of a column that are not blank, without surrounding blanks. */
    private List<String> all(CsvRow row, Column column) {
        List<String> found = new ArrayList<>(1);
        for (int position : positions.getOrDefault(column, List.of())) {
            String cell =
                    position < row.cells().size() ? row.cells().get(position).strip() : "";
            if (!cell.isEmpty()) {
                found.add(cell);
            }
        }
        return found;
    }
}
