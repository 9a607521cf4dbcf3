package dirsh.sample;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * First and last names that go together.
 *
 * <p>Within a culture no two first names, and over all cultures no two last names are spelt alike in ASCII: that makes
 * the names, short names and addresses built from them unique.
 *
 * @param first the first names
 * @param last the last names
 */
record Culture(List<Word> first, List<Word> last) {

    /** All there are. */
    static final List<Culture> ALL = List.of(
            of(
                    """
                    Alice Andrew Ann Brian Carol Claire David Diana Edward Emma Frank Grace Harry Helen Ian Irene Jack
                    Jane John Kate Kevin Laura Liam Mary Nigel Olive Oscar Paul Ralph Rose Ruth Sam Sarah Tom Violet""",
                    """
                    Adams Archer Baker Barnes Bell Bishop Brooks Carter Clark Cole Cooper Dawson Doe Ellis Fisher Foster
                    Grant Gray Harper Hayes Hill Hughes Jenkins Jones Kelly King Lane Marsh Mason Miller Moore Newman
                    O'Brien=obrien O'Hara=ohara Page Palmer Parker Porter Price Quinn Reed Shaw Stone Taylor Turner
                    Walker Ward Webb Wells Young"""),
            of(
                    """
                    Anja Bernd Birgit Dieter Elke Franz Georg Heike Ingrid Jörg=joerg Jürgen=juergen Katrin Käthe=kaethe
                    Lothar Monika Petra Ralf Sören=soeren Ulrike Uwe Wolfgang""",
                    """
                    Bäcker=baecker Braun Dreßler=dressler Fuchs Größmann=groessmann Hahn Jäger=jaeger Keßler=kessler
                    Köhler=koehler Krüger=krueger Lang Lehmann Möller=moeller Neumann Richter Schäfer=schaefer Schreiber
                    Strauß=strauss Vogel Weiß=weiss Zöllner=zoellner"""),
            of(
                    """
                    Agnès=agnes Benoît=benoit Chloé=chloe Denis Élodie=elodie François=francois Hélène=helene
                    Jérôme=jerome Léa=lea Mathieu Noémie=noemie René=rene Sylvie Zoé=zoe""",
                    """
                    Aubert Bérard=berard Carpentier Dupré=dupre Fabre Garnier Lefèvre=lefevre Mercier Noël=noel Perrin
                    Renault Séguin=seguin Thévenet=thevenet"""),
            of(
                    """
                    Agnieszka Bartłomiej=bartlomiej Elżbieta=elzbieta Grzegorz Iwona Jarosław=jaroslaw Łucja=lucja
                    Małgorzata=malgorzata Paweł=pawel Stanisław=stanislaw Zofia""",
                    """
                    Dąbrowska=dabrowska Górski=gorski Jabłoński=jablonski Kowal Łukasik=lukasik Mróz=mroz Nowak
                    Pawłowicz=pawlowicz Sikora Wróbel=wrobel Żak=zak"""),
            of(
                    """
                    Åse=aase Bjørn=bjoern Eirik Freja Gunnar Jens Kåre=kaare Linnea Märta=maerta Signe Sven""",
                    """
                    Ås=aas Bergström=bergstroem Dahl Ekström=ekstroem Fjeld Håkansson=haakansson Lindqvist
                    Nygård=nygaard Ødegaard=oedegaard Sørensen=soerensen"""),
            of(
                    """
                    Álvaro=alvaro Begoña=begona Concepción=concepcion Inês=ines João=joao Joaquín=joaquin Lucía=lucia
                    Núria=nuria Rocío=rocio Tomás=tomas""",
                    """
                    Acuña=acuna Calderón=calderon Domínguez=dominguez Guimarães=guimaraes Ibáñez=ibanez Muñoz=munoz
                    Peña=pena Simões=simoes Zúñiga=zuniga"""),
            of(
                    """
                    Ayşe=ayse Çağla=cagla İbrahim=ibrahim Işıl=isil Özgür=oezguer Şebnem=sebnem Ümit=uemit""",
                    """
                    Çelik=celik Doğan=dogan Güneş=guenes Işık=isik Öztürk=oeztuerk Şahin=sahin Yıldız=yildiz"""),
            of(
                    """
                    愛子=aiko 健太=kenta 直美=naomi 太郎=taro 陽子=yoko 裕二=yuji""",
                    """
                    石川=ishikawa 中村=nakamura 佐藤=sato 鈴木=suzuki 田中=tanaka 山田=yamada"""));

    /**
     * A name.
     *
     * @param shown how it is written
     * @param ascii how short names and addresses spell it, in lower case
     */
    record Word(String shown, String ascii) {

        /** The word, with its ASCII spelling behind an equals sign where it has another one. */
        private static Word of(String text) {
            int equals = text.indexOf('=');
            if (equals >= 0) {
                return new Word(text.substring(0, equals), text.substring(equals + 1));
            }
            return new Word(text, text.toLowerCase(Locale.ROOT));
        }
    }

    /** How many names can be made of one first and one last name. */
    int size() {
        return first.size() * last.size();
    }

    private static Culture of(String first, String last) {
        return new Culture(words(first), words(last));
    }

    private static List<Word> words(String text) {
        return Arrays.stream(text.split("\\s+")).map(Word::of).toList();
    }
}
