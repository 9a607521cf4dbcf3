package dirsh.source.dxl;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** DXL files with something odd or wrong in them, the same for equal seeds. */
final class DxlMutant {

    private static final Pattern DOCUMENT = Pattern.compile("<(document|note)\\b.*?</\\1>\\s*", Pattern.DOTALL);

    private static final List<String> HEADS = List.of(
            "<?xml version='1.0' encoding='utf-8'?>\n<database xmlns='http://www.lotus.com/dxl' replicaid='86257A1B0042C0DE'>\n",
            "<?xml version='1.0' encoding='utf-8'?>\n<database xmlns='http://www.lotus.com/dxl'>"
                    + "<databaseinfo replicaid='86257a1b0042c0de'/>\n<acl/>",
            "\uFEFF<?xml version='1.0'?>\r\n<database replicaid='86257A1B0042C0DE'>\r\n",
            "<!DOCTYPE database SYSTEM 'xmlschemas/domino_8_5.dtd'>\n<database xmlns='http://www.lotus.com/dxl'>\n",
            "<?xml version='1.0' encoding='utf-8'?>\n<database xmlns='http://www.lotus.com/dxl' xmlns:x='urn:x'><!-- \u5c71 -->\n");

    /** What is put in somewhere. */
    private static final List<String> INSERTED = List.of(
            "\u0000",
            "\uFEFF",
            "\r\n",
            "\r",
            "\n",
            "\t",
            " ",
            "<",
            ">",
            "&",
            "'",
            "\"",
            "]]>",
            "]]",
            "--",
            "\u007F",
            "\u0085",
            "\u2028",
            "\uFFFE",
            "\uFFFF",
            "\u00e9",
            "\u5c71",
            "\uD83D\uDE00",
            "\uDBFF\uDFFD",
            "&#0;",
            "&#9;",
            "&#10;",
            "&#xD;",
            "&#x5C71;",
            "&#128512;",
            "&#xD800;",
            "&#x110000;",
            "&#x1FFFE;",
            "&#;",
            "&#x;",
            "&#0000000065;",
            "&amp;",
            "&lt;",
            "&quot;",
            "&apos;",
            "&gt;",
            "&nbsp;",
            "&amp",
            "& amp;",
            "<![CDATA[x]]>",
            "<![CDATA[",
            "<!-- c -->",
            "<!-- a--b -->",
            "<!--",
            "<?pi x?>",
            "<?xml version='1.0'?>",
            "<break/>",
            "<break />",
            "<break></break>",
            "<nonxmlchar value='01'/>",
            "<item>",
            "</item>",
            "<item name='A'><text>1</text></item>",
            "<item name='A'/>",
            "<item name=''><text/></item>",
            "<item name='A'><text>1</text><text>2</text></item>",
            "<item name='B'>\n<text\n>a<break/>b</text\n>\n</item >",
            "<item name='C'><number>1E5</number></item>",
            "<item name='C'><number>one</number></item>",
            "<item name='D'><datetime dst='true'>20240612T081502,17+02</datetime></item>",
            "<item name='D'><datetime>20241312T081502,17+02</datetime></item>",
            "<item name='D'><datetimelist><datetime>20240612</datetime><datetimepair/></datetimelist></item>",
            "<item name='E' summary='false'><richtext><par def='1'>x<run><font size='9pt'/>y</run></par></richtext></item>",
            "<item name='F' summary='true'><formula>@All</formula></item>",
            "<item name='G' sign='TRUE'><text>\u5c71</text></item>",
            "<item name='H'><object><file name='a'><filedata>QUJD\nQUJD</filedata></file></object></item>",
            "<item name='I'><rawitemdata type='zz'>QQ==</rawitemdata></item>",
            "<item name='J'><mystery/></item>",
            "<item name='K' readers='true'><textlist><text/><text>a</text> <text></text></textlist></item>",
            "<item name='L'><textlist><number>1</number></textlist></item>",
            "<item name='$Name'><text>p</text></item>",
            "<item name='$Conflict'><text/></item>",
            "<item name='M' name='N'><text/></item>",
            "<item name='a<b'><text/></item>",
            "<item name='a&amp;b'><text>1</text></item>",
            "<item name='a\tb'><text>1</text></item>",
            "<item\nname = \"Q\"\n><text/></item\n>",
            "<item name='R'summary='true'><text/></item>",
            "<x:item name='A'/>",
            "<item x:name='A' name='B'><text>1</text></item>",
            "<item xmlns='urn:y' name='A'><text/></item>",
            "<item xmlns='' name='A'><text>1</text></item>",
            "<1/>",
            "<-a/>",
            "<a b/>",
            "<a b=c/>",
            "<\u00e9l\u00e9ment/>",
            "<noteinfo unid='12'/>",
            "<noteinfo noteid='zz' unid='7E3A91C4D25F4B0841258ADD002D5190'/>",
            "<created/>",
            "<updatedby><name>CN=A<break/>B</name></updatedby>",
            "<revisions><datetime/><datetime>T081502</datetime></revisions>",
            "<wassignedby><name>x</name></wassignedby>",
            "</document>",
            "</database>",
            "<document>",
            "<document form='Person'/>",
            "<note/>",
            "<note class='form'><item name='A'/></note>",
            "<profiledocument name='p'><x/></profiledocument>",
            "<form name='f'><body>t</body></form>",
            "<databaseinfo replicaid='1111111111111111'/>",
            "<!DOCTYPE x [",
            "<database>",
            "<other xmlns='urn:z'><document xmlns='http://www.lotus.com/dxl'><noteinfo unid='00000000000000000000000000000001'/></document></other>");

    private DxlMutant() {}

    /** The documents of an export, one by one. */
    static List<String> documents(String export) {
        List<String> documents = new ArrayList<>();
        Matcher found = DOCUMENT.matcher(export);
        while (found.find()) {
            documents.add(found.group());
        }
        return documents;
    }

    /** A file of a few documents with up to three oddities. */
    static byte[] of(List<String> documents, Random random) {
        StringBuilder text = new StringBuilder(HEADS.get(random.nextInt(HEADS.size())));
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            text.append(documents.get(random.nextInt(documents.size())));
        }
        text.append("</database>").append(random.nextBoolean() ? "\n" : "");
        for (int i = random.nextInt(6) - 2; i > 0; i--) {
            oddity(text, random);
        }
        String whole = text.toString();
        if (random.nextInt(8) == 0) {
            whole = whole.replace("\n", random.nextBoolean() ? "\r\n" : "\r");
        }
        return bytes(whole, random);
    }

    private static void oddity(StringBuilder text, Random random) {
        int at = place(text, random);
        switch (random.nextInt(8)) {
            case 0 -> text.setLength(Math.max(at, 1));
            case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(30)));
            case 2 -> swapQuotes(text, at);
            case 3 -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(200))));
            default -> text.insert(at, INSERTED.get(random.nextInt(INSERTED.size())));
        }
    }

    /** Somewhere, most often beside markup. */
    private static int place(StringBuilder text, Random random) {
        int at = random.nextInt(text.length() + 1);
        List<String> marks = List.of("<", ">", "</", "'", "</text>", "<item", "</document>", "<document", "=");
        int mark = random.nextInt(marks.size() + 4);
        int found = mark < marks.size() ? text.indexOf(marks.get(mark), at) : -1;
        return found < 0 ? at : found + random.nextInt(2);
    }

    private static void swapQuotes(StringBuilder text, int from) {
        int first = text.indexOf("'", from);
        int second = first < 0 ? -1 : text.indexOf("'", first + 1);
        if (second > 0) {
            text.setCharAt(first, '"');
            text.setCharAt(second, '"');
        }
    }

    private static byte[] bytes(String text, Random random) {
        switch (random.nextInt(40)) {
            case 0 -> {
                return ("\uFEFF" + text.replace("utf-8", "utf-16")).getBytes(StandardCharsets.UTF_16LE);
            }
            case 1 -> {
                return text.replace("utf-8", "iso-8859-1").getBytes(StandardCharsets.ISO_8859_1);
            }
            case 2 -> {
                return text.replace("utf-8", "us-ascii").getBytes(StandardCharsets.UTF_8);
            }
            case 3 -> {
                return text.replace("'1.0'", "'1.1'").getBytes(StandardCharsets.UTF_8);
            }
            default -> {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                return random.nextInt(6) == 0 ? damaged(bytes, random) : bytes;
            }
        }
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(3)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) (0x80 + random.nextInt(0x80));
            default -> {
                return Arrays.copyOf(bytes, at + 1);
            }
        }
        return bytes;
    }
}
