package dirsh.repair.kit;

import dirsh.repair.Plan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The agents and instructions of a kit: the same for every plan but for the few words between {@code @}. */
final class KitTexts {

    private final Map<String, String> words = new LinkedHashMap<>();

    /**
     * The texts for a plan.
     *
     * @param run the run that the kit carries out
     * @param documents how many documents are in the data file
     * @param imported how many of them are in the change file too
     */
    KitTexts(Plan plan, String run, int documents, int imported) {
        words.put("id", plan.id());
        words.put("hash", plan.hash());
        words.put("replica", plan.replicaId());
        words.put(
                "saves",
                Integer.toString(plan.undoes().isPresent() ? 1 : plan.mode().saves()));
        words.put("run", run);
        words.put("count", Integer.toString(documents));
        words.put("imported", Integer.toString(imported));
        words.put(
                "what", plan.undoes().map(undone -> "takes back run " + undone).orElse("repairs by " + plan.mode()));
    }

    /** The agent of that name as one LotusScript text. */
    String agent(String name) {
        return filled(resource("head.lss") + resource(name + ".lss") + resource("common.lss"), name);
    }

    String instructions() {
        return filled(resource("instructions.md"), "");
    }

    private String filled(String template, String agent) {
        String text = template.replace("@agent@", agent + " agent");
        for (Map.Entry<String, String> word : words.entrySet()) {
            text = text.replace("@" + word.getKey() + "@", word.getValue());
        }
        return text.replace("\n", "\r\n");
    }

    private static String resource(String name) {
        try (InputStream in = KitTexts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is part of the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
