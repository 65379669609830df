import type { HolePlace } from "./find-holes";
import type { ShellLexer } from "./shell-lexer";
import type { SqlContext } from "./sql-lexer";

/** Signs that mean something to a shell. Inside a nested command (`watch '…'`) one quoting is not enough. */
const SHELL_SIGNS = " \t'\"`$\\;&|<>(){}[]*?!#~^=";
const NESTED_SHELL =
	/(?:^|[\s;&|(])(?:(?:watch|ssh|eval|parallel|xargs)\s[^|;&]*|(?:(?:ba|z|da|k)?sh|su)\b[^|;&]*\s-\w*c\s+|--command[= ])$/;
const NESTED_SQL =
	/\b(?:psql|mysql|mariadb|sqlite3|clickhouse-client|cqlsh|sqlcmd)\b[^|;]*\s(?:-\w*[ceqQ]|--command|--execute|--query)[=\s]*$/;

/** Where a placeholder of shell text stands, and which signs its value must not hold there. */
export function shellHolePlace(
	text: string,
	at: number,
	lexer: ShellLexer,
): HolePlace {
	const context = lexer.contexts[at] ?? "bare";
	if (context === "bare" || context === "comment")
		return { context: "shell-bare" };
	if (context === "backtick")
		return { context: "shell-bare", forbidden: '`\\"$' };
	if (context === "arith" || context === "param")
		return { context: "shell-bare", forbidden: SHELL_SIGNS };
	if (context !== "single" && context !== "double") return { context: "text" };
	const start = lexer.opened[at] ?? -1;
	const place = { context: `shell-${context}` } as const;
	const inner = text.slice(start + 1, at);
	const line = text
		.slice(Math.max(text.lastIndexOf("\n", start), 0), start)
		.trimStart();
	const before = isContinued(text, start)
		? text.slice(0, start).trimStart()
		: line;
	if (NESTED_SHELL.test(before)) return { ...place, forbidden: SHELL_SIGNS };
	const quote = openInside(inner);
	if (NESTED_SQL.test(before)) {
		return {
			...place,
			forbidden: quote === null ? `${SHELL_SIGNS}-,` : `${quote}\\`,
		};
	}
	const backtick = isInBacktick(text, start) ? '`\\"$' : "";
	const forbidden = (quote === null ? "" : `${quote}\\`) + backtick;
	return forbidden === "" ? place : { ...place, forbidden };
}

/** Where a placeholder of SQL text stands. */
export function sqlHolePlace(
	text: string,
	at: number,
	contexts: readonly SqlContext[],
): HolePlace {
	const context = contexts[at] ?? "bare";
	// MySQL reads a backslash in a string as an escape, PostgreSQL does not: no quoting serves both.
	if (context === "string") return { context: "sql-string", forbidden: "\\" };
	if (context !== "bare") return { context: "text" };
	const isName =
		/\b(?:from|join|into|update|table|index|view|schema|role|user|database|only)\s+(?:if\s+(?:not\s+)?exists\s+)?(?:\w+\.)?$/i;
	return {
		context: isName.test(text.slice(0, at)) ? "sql-identifier" : "sql-bare",
	};
}

function isContinued(text: string, at: number): boolean {
	const line = text.lastIndexOf("\n", at);
	return line > 0 && text[line - 1] === "\\";
}

function isInBacktick(text: string, at: number): boolean {
	return (text.slice(0, at).split("`").length - 1) % 2 === 1;
}

/** The quote that the text inside a string leaves open: `query={name="`. */
function openInside(inner: string): string | null {
	let open: string | null = null;
	for (let i = 0; i < inner.length; i++) {
		const char = inner[i] ?? "";
		if (char === "\\" && inner[i + 1] !== '"') i++;
		else if (char === open) open = null;
		else if (open === null && char === '"') open = char;
		else if (open === null && char === "'" && !/\w/.test(inner[i - 1] ?? ""))
			open = char;
	}
	return open;
}
