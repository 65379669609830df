import { expect, test } from "vitest";
import { phaseOf } from "./phase";
import { sectionKindOf } from "./section-kind";

test.each([
  ["🎯 Service Overview", "overview"],
  ["1. Service Overview & Ownership", "overview"],
  ["Purpose", "overview"],
  ["Key Components", "overview"],
  ["2. Dependencies", "dependencies"],
  ["PREREQUISITES", "prerequisites"],
  ["Before you begin", "prerequisites"],
  ["Pre-flight checks", "prerequisites"],
  ["📊 Monitoring & Dashboards", "monitoring"],
  ["3. Dashboards, Alerts, & SLOs", "monitoring"],
  ["Health Check Endpoints", "monitoring"],
  ["🚨 Common Alerts & Resolution", "alerts"],
  ["4. Alerts & Common Failures", "alerts"],
  ["Alert: [Alert Name]", "alert"],
  ["Scenario A: High Latency Alert", "alert"],
  ["2.3 Scenario B – Queue is stuck", "alert"],
  ["KubePodNotReady", "alert"],
  ["Symptoms", "symptoms"],
  ["Meaning", "meaning"],
  ["What does this alert mean?", "meaning"],
  ["Impact", "impact"],
  ["Customer impact", "impact"],
  ["Diagnosis", "diagnosis"],
  ["Investigation Steps", "diagnosis"],
  ["Troubleshooting", "diagnosis"],
  ["Playbook", "diagnosis"],
  ["Root cause analysis", "diagnosis"],
  ["Mitigation", "mitigation"],
  ["Resolution", "mitigation"],
  ["Remediation Action", "mitigation"],
  ["Steps to resolve", "mitigation"],
  ["Immediate Actions (< 5 minutes)", "mitigation"],
  ["Actions", "mitigation"],
  ["Recovery procedure", "mitigation"],
  ["🔧 Common Operations", "operations"],
  ["Procedure", "operations"],
  ["Steps", "operations"],
  ["Checklist", "operations"],
  ["🔄 Deployment Procedures", "operations"],
  ["Rollback", "rollback"],
  ["5. Safe Rollback Procedure", "rollback"],
  ["Rollback / recovery", "rollback"],
  ["Rolling back", "rollback"],
  ["6. Data Safety Notes", "data-safety"],
  ["📞 Escalation Path", "escalation"],
  ["Who to contact", "escalation"],
  ["5. Validation", "validation"],
  ["8. Verification Steps (Post-Fix)", "validation"],
  ["🧪 Testing & Validation", "testing"],
  ["Post-Resolution", "post-resolution"],
  ["Follow-up actions", "post-resolution"],
  ["📚 Related Documentation", "related"],
  ["See also", "related"],
  ["References", "related"],
  ["📝 Change Log", "change-log"],
  ["Revision history", "change-log"],
  ["✅ Runbook Validation Checklist", "runbook-validation"],
] as const)("“%s” is about %s", (heading, kind) => {
  expect(sectionKindOf(heading)).toBe(kind);
});

test.each([
  "",
  "🎯",
  "2.",
  "Zookeeper",
  "Clear Queue / Backlog",
  "Well known hosts",
  "Logging into the portal",
  "Step 4: Verify the claim",
  "Pods are stuck since a failed rollback",
])("“%s” is about something else", (heading) => {
  expect(sectionKindOf(heading)).toBe("other");
});

test.each([
  ["Immediate Actions (< 5 minutes)", "immediate"],
  ["First 15 minutes", "immediate"],
  ["Investigation Steps", "investigation"],
  ["Diagnosis", "investigation"],
  ["Resolution", "resolution"],
  ["Rollback Procedure (if needed)", "resolution"],
  ["Post-Resolution", "after"],
  ["Verification Steps (Post-Fix)", "resolution"],
  ["Post-Incident Verification", "after"],
  ["Verification", "resolution"],
] as const)("“%s” is done in the phase %s", (heading, phase) => {
  expect(phaseOf(heading, sectionKindOf(heading))).toBe(phase);
});

test.each([
  "Service Overview",
  "Common Operations",
  "Runbook Validation Checklist",
  "Impact",
  "Escalation Path",
])("“%s” says nothing of a phase", (heading) => {
  expect(phaseOf(heading, sectionKindOf(heading))).toBeNull();
});
