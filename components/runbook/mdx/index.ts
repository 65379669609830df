import { Box } from "./box";
import { Callout } from "./callout";
import { Details } from "./details";
import { Step, Steps } from "./steps";
import { Tab, Tabs } from "./tabs";

/** The private tags of `lib/mdx/component-list.ts` and what draws them. */
export const mdxComponents = {
  "rp-box": Box,
  "rp-callout": Callout,
  "rp-details": Details,
  "rp-step": Step,
  "rp-steps": Steps,
  "rp-tab": Tab,
  "rp-tabs": Tabs,
};
