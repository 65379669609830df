export type SqlContext = "bare" | "string" | "identifier" | "comment" | "dollar" | "mark";

/** Words that an SQL statement (or a psql command, `\dt`) starts with. */
export const SQL_START =
  /^(?:select|insert|update|delete|merge|with|create|alter|drop|truncate|grant|revoke|begin|commit|rollback|savepoint|explain|analyze|vacuum|reindex|refresh|call|do|copy|lock|show|set|reset|use|describe|values|replace|kill|flush|optimize|checkpoint|declare|fetch|attach|detach|pragma)\b|^\\[a-z?!]|^\.[a-z]+(?:\s|$)/i;

/** Words that, in capitals or followed by the right words, cannot start a shell command. */
export const SQL_ONLY =
  /^(?:select\s+(?!\w+\s+in\s)\S|insert\s+into\s|update\s+[\w."<[{]+\s+set\b|update\s+\S+$|delete\s+from\s|with\s+\w+\s+as\s|create\s+(?:unique\s+)?(?:table|index|database|user|role|view|extension|or\s)|alter\s+(?:table|role|user|database|system|index)\b|drop\s+(?:table|database|index|user|role|view|schema)\b|truncate\s+(?:table\s+)?[a-z_]+|explain\s|vacuum\b|reindex\s|grant\s|revoke\s)/i;

/** A line of SQL that no program prints: in capitals, as `UPDATE 3` and `CREATE TABLE` answer, or closed by `;`. */
export function isSqlLine(line: string): boolean {
  const text = line.trim();
  if (!SQL_ONLY.test(text) || /^[A-Z]+(?: (?:[A-Z]+|\d+))*$/.test(text)) return false;
  return text.endsWith(";") || /^[A-Z]{2,} /.test(text);
}

/**
 * Reads SQL line by line; `ends` holds the offset behind each `;` or `\G` that closes a statement. Strings, quoted
 * identifiers, comments and dollar quotes are respected.
 */
export class SqlLexer {
  readonly contexts: SqlContext[] = [];
  readonly ends: number[] = [];
  private mode: SqlContext = "bare";
  private depth = 0;
  private tag = "";
  private hasText = false;

  /** Something was written since the last `;`. */
  get isOpen(): boolean {
    return this.hasText || this.mode !== "bare";
  }

  /** Outside strings, quoted names and comments. */
  get isBare(): boolean {
    return this.mode === "bare";
  }

  feed(line: string): void {
    let at = 0;
    // A command of psql (`\dt`) ends with its line, one of sqlite3 (`.tables`) too where no statement is open.
    const isClientLine = /^\s*\\[a-z?!]/i.test(line) || (!this.isOpen && /^\s*\.[a-z]/i.test(line));
    const take = (count: number, context: SqlContext) => {
      for (let i = 0; i < count && at < line.length; i++, at++) this.contexts.push(context);
    };
    while (at < line.length) {
      const two = line.slice(at, at + 2);
      const char = two[0] ?? "";
      if (this.mode === "comment") {
        if (two === "/*") this.depth++;
        if (two === "*/" && --this.depth === 0) this.mode = "bare";
        take(two === "/*" || two === "*/" ? 2 : 1, "comment");
      } else if (this.mode === "dollar") {
        const isEnd = line.startsWith(this.tag, at);
        if (isEnd) this.mode = "bare";
        take(isEnd ? this.tag.length : 1, isEnd ? "mark" : "dollar");
      } else if (this.mode === "string" || this.mode === "identifier") {
        const quote = this.mode === "string" ? "'" : '"';
        if (two === quote + quote) take(2, this.mode);
        else if (char === quote) {
          this.mode = "bare";
          take(1, "mark");
        } else take(1, this.mode);
      } else if (two === "--" || (char === "#" && line.slice(0, at).trim() === "")) {
        take(line.length, "comment");
      } else if (two === "/*") {
        this.mode = "comment";
        this.depth = 1;
        take(2, "comment");
      } else if (char === "'" || char === '"') {
        this.hasText = true;
        this.mode = char === "'" ? "string" : "identifier";
        take(1, "mark");
      } else if (char === "$") {
        const tag = /^\$(?:[a-z_]\w*)?\$/i.exec(line.slice(at))?.[0];
        this.hasText = true;
        if (tag) {
          this.tag = tag;
          this.mode = "dollar";
        }
        take(tag?.length ?? 1, tag ? "mark" : "bare");
      } else if (this.hasText && /^\\[gG](?!\w)/.test(line.slice(at, at + 3))) {
        // mysql's other ways to end a statement.
        take(2, "bare");
        this.hasText = false;
        this.ends.push(this.contexts.length);
      } else {
        take(1, "bare");
        if (char === ";") {
          this.hasText = false;
          this.ends.push(this.contexts.length);
        } else if (char.trim() !== "") this.hasText = true;
      }
    }
    this.contexts.push(this.mode);
    if (this.mode === "bare" && isClientLine) this.hasText = false;
  }
}

/** Contexts of all characters of an SQL text. */
export function sqlContexts(text: string): SqlContext[] {
  const lexer = new SqlLexer();
  for (const line of text.split("\n")) lexer.feed(line);
  return lexer.contexts;
}
