import { isRedisCommand } from "./programs";

/** `redis-cli -h cache-1`: the client waits for commands, since none stands on its own line. */
export function opensRedis(command: string): boolean {
  const options =
    /(?:^|[\s/])(?:redis|valkey|keydb)-cli((?:\s+(?:-[hpanus]\s+\S+|--?[\w-]+(?:=\S+)?))*)\s*$/.exec(command);
  return (
    options !== null &&
    !/\s--?(?:version|help|scan|bigkeys|latency|stat|eval|pipe|rdb)\b/.test(options[1] ?? "")
  );
}

/** A command of redis as people type it, in small letters too. */
export function isTypedRedis(line: string): boolean {
  const text = line.trim();
  return isRedisCommand(text.replace(/^\w+/, (word) => word.toUpperCase()));
}
