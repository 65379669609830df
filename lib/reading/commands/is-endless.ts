import type { SimpleCommand } from "../shell/shell-words";

const ENDLESS: readonly RegExp[] = [
  /^watch /,
  /^tail (?:.* )?(?:-\w*[fF]|--follow\S*)(?= |$)/,
  /^journalctl (?:.* )?(?:-\w*f\w*|--follow)(?= |$)/,
  /^(?:kubectl|oc|k|docker|podman|docker-compose|heroku|nomad|crictl) (?:.* )?logs? (?:.* )?(?:-f|--follow|--tail(?= |$)(?! \d))(?= |$)/,
  /^(?:kubectl|oc|k) (?:.* )?get (?:.* )?(?:-w|--watch|--watch-only)(?= |$)/,
  /^(?:kubectl|oc|k) (?:.* )?(?:port-forward|proxy)(?= |$)/,
  /^(?:stern|top|htop|tcpdump)(?= |$)(?!.* -(?:b|c|n \d))/,
  /^ping (?!.*-c)/,
  /^redis-cli (?:.* )?(?:monitor|subscribe|--stat|--latency)(?= |$)/i,
];

/** One of the commands runs until it is stopped: `logs -f`, `watch`, `port-forward`. */
export function isEndless(commands: readonly SimpleCommand[]): boolean {
  return commands.some(({ words }) => {
    const joined = words
      .map((word) => word.text.replace(/\s+/g, "-"))
      .join(" ")
      .replace(/^sudo /, "");
    return ENDLESS.some((shape) => shape.test(joined));
  });
}
