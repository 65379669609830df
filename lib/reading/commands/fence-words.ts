const SHELL_WORDS = new Set(
  `bash sh shell zsh fish console terminal shell-session shellsession sh-session bash-session command cmd commandline
  shellscript shel bsh ksh azurecli azurecli-interactive
  azurepowershell azurepowershell-interactive powershell-interactive powershell ps1 pwsh bat batch dos`.split(
    /\s+/,
  ),
);
const QUERY_WORDS = new Set(
  "sql promql logql pgsql postgres postgresql mysql psql plsql tsql sqlite mongo mongosh mongodb kql graphql influxql cql".split(
    " ",
  ),
);
const CONFIG_WORDS = new Set(
  `yaml yml json json5 jsonc toml ini hcl terraform tf xml properties conf cfg nginx dockerfile docker makefile env dotenv
  jsonnet libsonnet proto rego cue http caddyfile systemd apache crontab helm`.split(/\s+/),
);
const OTHER_WORDS = new Set(
  `mermaid md markdown mdx mdx-code-block html css diff patch plantuml dot graphviz ascii js jsx ts tsx javascript
  typescript go golang java kotlin rust c cpp csharp php scala erb vue svelte tree math latex csv`.split(
    /\s+/,
  ),
);
const CONSOLE_WORDS = new Set("ruby rb irb python py pycon rails elixir".split(" "));

/** The word names a shell or what is typed into one. */
export function isShellWord(lang: string | null): boolean {
  return lang !== null && SHELL_WORDS.has(lang);
}

/** The word names a language whose text is pasted into another program. */
export function isQueryWord(lang: string): boolean {
  return QUERY_WORDS.has(lang);
}

/** The word names a language that files of settings are written in. */
export function isConfigWord(lang: string): boolean {
  return CONFIG_WORDS.has(lang);
}

/** The word names source code, markup or a drawing: nothing to run. */
export function isSourceWord(lang: string): boolean {
  return OTHER_WORDS.has(lang);
}

/** The word names a language that is typed into a console as often as into a file. */
export function isConsoleWord(lang: string): boolean {
  return CONSOLE_WORDS.has(lang);
}

/** The word says no more than that the text is shown as it stands. */
export function isPlainText(lang: string): boolean {
  return /^(?:output|response|results?|stdout|stderr|text|txt|plain|plaintext|log|logs|none|no-highlight)$/.test(
    lang,
  );
}

/** The word says that a program printed the text. */
export function isOutputWord(lang: string): boolean {
  return /^(?:output|response|results?|stdout|stderr|logs?)$/.test(lang);
}
