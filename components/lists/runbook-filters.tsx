import { Button, ButtonLink } from "@/components/ui/button";
import { Input, Select } from "@/components/ui/field";

type RunbookFiltersProps = {
  query: string;
  squad: string;
  service: string;
  squads: readonly { slug: string; name: string }[];
  services: readonly string[];
};

/** Search and filters of the list. A plain form, so the address says what is shown and can be shared. */
export function RunbookFilters({ query, squad, service, squads, services }: RunbookFiltersProps) {
  const isFiltered = query !== "" || squad !== "" || service !== "";
  return (
    <form action="/runbooks" className="filters">
      <Input
        label="Search"
        type="search"
        name="q"
        defaultValue={query}
        placeholder="Title, alert, heading or command"
      />
      <Select label="Squad" name="squad" defaultValue={squad}>
        <option value="">All squads</option>
        {squads.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </Select>
      <Select label="Service" name="service" defaultValue={service}>
        <option value="">All services</option>
        {services.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </Select>
      <Button type="submit" size="large">
        Show
      </Button>
      {isFiltered ? (
        <ButtonLink href="/runbooks" variant="ghost" size="large">
          Clear
        </ButtonLink>
      ) : null}
    </form>
  );
}
