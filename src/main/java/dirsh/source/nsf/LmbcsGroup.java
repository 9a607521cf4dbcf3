package dirsh.source.nsf;

import org.jspecify.annotations.Nullable;

/**
 * A group byte of LMBCS and the character set of the bytes behind it (nsf-format, LMBCS).
 *
 * <p>Verified are the groups that occur in real files; the others follow the table alone.
 */
enum LmbcsGroup {
    LATIN_1(0x01, "IBM850", 1, true),
    GREEK(0x02, "", 1, false),
    HEBREW(0x03, "windows-1255", 1, false),
    ARABIC(0x04, "windows-1256", 1, false),
    CYRILLIC(0x05, "windows-1251", 1, false),
    LATIN_2(0x06, "IBM852", 1, false),
    TURKISH(0x08, "windows-1254", 1, false),
    THAI(0x0B, "x-windows-874", 1, false),
    JAPANESE(0x10, "windows-31j", 2, true),
    KOREAN(0x11, "x-windows-949", 2, false),
    TRADITIONAL_CHINESE(0x12, "x-windows-950", 2, false),
    SIMPLIFIED_CHINESE(0x13, "GBK", 2, true);

    private static final int FIRST_FREE = 0x20;
    private static final LmbcsGroup[] BY_BYTE = new LmbcsGroup[FIRST_FREE];

    static {
        for (LmbcsGroup group : values()) {
            BY_BYTE[group.lead] = group;
        }
    }

    private final int lead;
    private final String charset;
    private final int width;
    private final boolean verified;

    LmbcsGroup(int lead, String charset, int width, boolean verified) {
        this.lead = lead;
        this.charset = charset;
        this.width = width;
        this.verified = verified;
    }

    /** The group that a byte begins, or null. */
    static @Nullable LmbcsGroup of(int lead) {
        return lead < FIRST_FREE ? BY_BYTE[lead] : null;
    }

    int lead() {
        return lead;
    }

    /** The Java name of the character set; empty where the runtime has none. */
    String charset() {
        return charset;
    }

    /** How many bytes of the character set follow the group byte. */
    int width() {
        return width;
    }

    boolean isVerified() {
        return verified;
    }
}
