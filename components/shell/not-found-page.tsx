import { ButtonLink } from "@/components/ui/button";
import { Trouble } from "./trouble";

export function NotFoundPage() {
  return (
    <Trouble
      title="There is nothing at this address"
      text="It may have been renamed, or the link is old. Search by a word of its title, an alert or a command."
    >
      <ButtonLink href="/runbooks" variant="strong">
        All runbooks
      </ButtonLink>
      <ButtonLink href="/">Home</ButtonLink>
    </Trouble>
  );
}
