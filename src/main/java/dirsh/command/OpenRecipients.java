package dirsh.command;

import dirsh.exchange.RecipientSource;
import dirsh.model.Answer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An Exchange export of the session.
 *
 * @param name the name it goes by in this session
 * @param source the recipients
 * @param partial whether they are known to be only some of the people
 */
public record OpenRecipients(String name, RecipientSource source, boolean partial) implements Answer {

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("address", source.address());
        fields.put("partial", partial);
        return fields;
    }
}
