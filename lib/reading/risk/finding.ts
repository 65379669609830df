import type { Risk } from "@/lib/domain/document";

/** What a statement does to the world, why, and on what. */
export type RiskFinding = {
  risk: Risk;
  /** What it does, in words ("Restarts pods"); null for read. */
  reason: string | null;
  /** What it acts on, as written ("deployment/api in namespace prod"); null when nothing is named. */
  target: string | null;
  /** Danger, or it restarts, rolls back, aborts, rotates or disables something. */
  isDisruptive: boolean;
};

export const READ: RiskFinding = { risk: "read", reason: null, target: null, isDisruptive: false };

export function danger(reason: string, target: string | null = null): RiskFinding {
  return { risk: "danger", reason, target, isDisruptive: true };
}

/** A change that restarts, rolls back, aborts, rotates or disables something. */
export function disruption(reason: string, target: string | null = null): RiskFinding {
  return { risk: "change", reason, target, isDisruptive: true };
}

export function change(reason: string, target: string | null = null): RiskFinding {
  return { risk: "change", reason, target, isDisruptive: false };
}

/** The first of the gravest findings; READ of none. */
export function worstOf(findings: readonly RiskFinding[]): RiskFinding {
  return findings.reduce((worst, next) => (gravity(next) > gravity(worst) ? next : worst), READ);
}

function gravity({ risk, isDisruptive }: RiskFinding): number {
  if (risk === "danger") return 3;
  if (risk === "read") return 0;
  return isDisruptive ? 2 : 1;
}
