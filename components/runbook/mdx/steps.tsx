import { Children, isValidElement, type ReactNode } from "react";

/** `<Steps>`: a numbered list when it holds steps, else a plain frame around headings. */
export function Steps({ start, children }: { start?: string; children?: ReactNode }) {
  const hasSteps = Children.toArray(children).some((child) => isValidElement(child) && child.type === Step);
  if (!hasSteps) return <div className="steps">{children}</div>;
  return (
    <ol className="steps" start={start ? Number(start) : undefined}>
      {children}
    </ol>
  );
}

type StepProps = {
  className?: string;
  "data-step"?: string;
  "data-step-kind"?: string;
  children?: ReactNode;
};

/** `<Step id="drain" title="…">`; compile has put the slots and the body inside. */
export function Step(props: StepProps) {
  return (
    <li className={props.className} data-step={props["data-step"]} data-step-kind={props["data-step-kind"]}>
      {props.children}
    </li>
  );
}
