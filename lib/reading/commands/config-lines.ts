/** The text of a file: settings in one of many forms, a Dockerfile, a table of cron or of file systems. */
export function isConfigText(lines: readonly string[], isShell: boolean): boolean {
  const said = lines.filter((line) => !/^\s*(?:#|\/\/)/.test(line));
  const text = said[0]?.trim() ?? "";
  if (said.every(isConfigLike) || /^(?:apiVersion|kind):\s|^[\w+]+::? \{$/.test(text)) return true;
  if (isShell) return false;
  const isIni = /^\[[\w."/: -]+\]$/.test(text) && said.some((line) => /^\s*[\w.-]+\s*=/.test(line));
  const isBlock = /^[\w./~^* -]+ \{$/.test(text) && said.at(-1)?.trim() === "}";
  const isHcl = /^(?:resource|module|variable|provider|data|output|terraform|locals)(?: "[^"]*")* \{$/.test(
    text,
  );
  const isDockerfile =
    /^FROM \S/.test(text) &&
    said.length > 1 &&
    said.some((line) => /^(?:RUN|COPY|CMD|ENV|ENTRYPOINT|WORKDIR) /.test(line));
  return isIni || isBlock || isHcl || isDockerfile || /^(?:[\d*,/-]+\s+){5}\S/.test(text);
}

const FSTAB =
  /^\S+\s+(?:\/\S*|none|swap)\s+(?:ext[234]|xfs|nfs4?|swap|tmpfs|btrfs|vfat|cifs)\s+\S+\s+\d\s+\d$/;

/** A line of /etc/fstab: a device, a place, a kind of file system, options and two numbers. */
export function isFstab(line: string): boolean {
  return FSTAB.test(line.slice(0, 300));
}

/** A line of YAML, JSON, TOML or HCL that stands in a file. */
export function isConfigLike(line: string): boolean {
  return (
    /^\s*(?:- )?["']?[\w./@-]+["']?:(?:\s+\S.*)?$/.test(line) ||
    /^[\w-]+(?:\.[\w-]+)+\s*=/.test(line) ||
    /^\s*[{[]\s*$/.test(line) ||
    /^\s*\{\s*"[\w-]+"\s*:/.test(line) ||
    /^\s*\[+[\w."-]+\]+\s*$/.test(line) ||
    /^\s*(?:resource|module|variable|provider|data|output|locals)\b[^|]*\{\s*$/.test(line) ||
    /^\s*<[!?/]?[A-Za-z][^>]*>(?:$|[^/]*<\/[\w:-]+>\s*$)/.test(line)
  );
}
