import { ButtonLink } from "@/components/ui/button";

/** A page that the actor may not see: what is refused, whom to ask, and a way on. */
export function Refusal({ text }: { text: string }) {
  return (
    <main id="main" className="page-narrow">
      <h1>Not for your role</h1>
      <p>{text} If you need it, ask an admin.</p>
      <p>
        <ButtonLink href="/">Go to the start page</ButtonLink>
      </p>
    </main>
  );
}
