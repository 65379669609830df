import { expect, test } from "vitest";
import { readContact } from "./contact-links";

const links = (contact: string) => readContact(contact).flatMap(({ href }) => href ?? []);

test("mailboxes, numbers, channels and addresses can be opened", () => {
  expect(readContact("PagerDuty: on-call@example.com")).toEqual([
    { text: "PagerDuty: ", href: null },
    { text: "on-call@example.com", href: "mailto:on-call@example.com" },
  ]);
  expect(links("Call +44 (0)20 7946 0018 or #platform-oncall")).toEqual([
    "tel:+4402079460018",
    "https://slack.com/app_redirect?channel=platform-oncall",
  ]);
  expect(links("https://example.pagerduty.com/teams/1 (24/7)")).toEqual([
    "https://example.pagerduty.com/teams/1",
  ]);
});

test("an unfilled channel, a name and a plain number stay words", () => {
  expect(links("Squad lead (#[squad]-alerts)")).toEqual([]);
  expect(links("VP Engineering / CTO, room 1234567890")).toEqual([]);
  expect(readContact("Engineering manager")).toEqual([{ text: "Engineering manager", href: null }]);
});
