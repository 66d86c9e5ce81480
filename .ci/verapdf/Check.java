import java.io.FileInputStream;
import java.util.*;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.*;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.*;
import org.verapdf.pdfa.validation.profiles.RuleId;

/** Validates PDFs with veraPDF: Check conforms|refused PROFILE,… FILE…; ends with 0 if every verdict is the one named. */
public class Check {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean expected = arguments[0].equals("conforms");
        List<String> files = List.of(arguments).subList(2, arguments.length);
        String[] profiles = arguments[1].split(",");
        int as_expected = 0;
        for (String file : files) {
            for (String profile : profiles) {
                Set<String> faults = faults(file, PDFAFlavour.byFlavourId(profile));
                if (faults.isEmpty() == expected) {
                    as_expected++;
                } else {
                    System.out.println(file + ", " + profile + (expected ? ":" : ": conforms"));
                    faults.stream().limit(20).forEach(fault -> System.out.println("  " + fault));
                }
            }
        }
        int all = files.size() * profiles.length;
        System.out.println(as_expected + " of " + all + " " + arguments[0] + " (" + arguments[1] + ")");
        System.exit(as_expected == all && all > 0 ? 0 : 1);
    }

    private static Set<String> faults(String file, PDFAFlavour flavour) throws Exception {
        Set<String> faults = new LinkedHashSet<>();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file), flavour);
             PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            for (TestAssertion assertion : validator.validate(parser).getTestAssertions()) {
                RuleId rule = assertion.getRuleId();
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    faults.add(rule.getClause() + "-" + rule.getTestNumber() + ": " + assertion.getMessage()
                        + " @ " + assertion.getLocation().getContext());
                }
            }
        }
        return faults;
    }
}
