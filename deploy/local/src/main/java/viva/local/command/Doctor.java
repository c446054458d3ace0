package viva.local.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import viva.local.doctor.Examination;
import viva.local.doctor.Finding;

/** Says what is wrong with this machine or the settings, and what to do. Exit code 1: no world would run. */
@Command(name = "doctor", description = "Find out what keeps a world from running here, and what to do about it.")
public final class Doctor implements Callable<Integer> {
    private final Context context;

    public Doctor(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<Finding> findings = new Examination(context.settings(), context.folder()).look();
        findings.forEach(this::show);
        long broken = findings.stream().filter(Finding.Broken.class::isInstance).count();
        long weak = findings.stream().filter(Finding.Weak.class::isInstance).count();
        context.terminal().say(broken + weak == 0 ? "All is well." : broken + " to mend, " + weak + " to know.");
        return broken == 0 ? 0 : 1;
    }

    private void show(Finding finding) {
        switch (finding) {
            case Finding.Fine fine -> line("ok", fine, "");
            case Finding.Weak weak -> line("note", weak, weak.remedy());
            case Finding.Broken broken -> line("MEND", broken, broken.remedy());
        }
    }

    private void line(String mark, Finding finding, String remedy) {
        context.terminal().say(String.format("  %-4s  %-24s %s", mark, finding.matter(), finding.found()));
        if (!remedy.isEmpty()) {
            context.terminal().say("        " + remedy);
        }
    }
}
