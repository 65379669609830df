import type { Word } from "../shell/shell-words";
import { wordList } from "./word-list";

/**
 * Programs that run another program: what they run counts. `path` are the subcommand's words, `skip` the arguments
 * between it and the command (a host, a pod, an image), `where` says what these are for the target. With `isText` the
 * rest is shell text; `scripts` are flags whose value is. `isOnly` says that the program does nothing beside it that
 * is worth a warning; left out, it is true where there is no `path`.
 */
type CarrierTable = {
  programs: string;
  path?: string;
  values?: string;
  skip?: number;
  where?: string;
  isText?: boolean;
  scripts?: string;
  isOnly?: boolean;
};

const KUBE =
  "-n --namespace -c --container --context --cluster --kubeconfig -l --selector --image --as --pod-running-timeout --request-timeout -s --server --user --profile --target";
const DOCKER =
  "-u --user -e --env -w --workdir --env-file -v --volume --name --network --net -p --publish --entrypoint -f --file --project-name --index -H --host --context -m --memory --cpus --platform --mount --label -l --add-host --cap-add --cap-drop --security-opt --restart --hostname -h --log-driver --log-opt --pull --ulimit --device --tmpfs --link --volumes-from --ip --dns --gpus --shm-size --ipc --pid --userns";

const CARRIERS: readonly CarrierTable[] = [
  { programs: "sudo doas", values: "-u -g -h -p -C -D -R -T -U --user --group --host --chdir" },
  { programs: "env", values: "-u --unset -C --chdir" },
  {
    programs:
      "nohup time command exec builtin setsid unbuffer chronic caffeinate systemd-run strace ltrace faketime",
    values: "-a -p -o -e -f --unit --property --slice -M",
  },
  { programs: "nice ionice stdbuf chrt taskset", values: "-n -c -p -i -o -e" },
  { programs: "timeout gtimeout", values: "-s -k --signal --kill-after", skip: 1 },
  { programs: "flock", values: "-w --timeout -E", skip: 1, scripts: "-c --command" },
  { programs: "chroot arch-chroot", values: "--userspec --groups", skip: 1, where: "inside" },
  {
    programs: "xargs parallel",
    values: "-I -n -P -L -d -E -s -a -j --jobs --max-args --max-procs --delimiter --arg-file",
  },
  { programs: "watch", values: "-n --interval", isText: true },
  { programs: "eval", isText: true },
  {
    programs: "sh bash zsh dash ksh ash fish",
    values: "-o -O --rcfile --init-file",
    scripts: "-c -lc -ec -xc -ic -lic -exc -euxc -euc --command",
    isOnly: false,
  },
  {
    programs: "su runuser",
    values: "-g -s --shell",
    scripts: "-c -lc --command",
  },
  {
    programs: "pwsh powershell",
    values: "-File -ExecutionPolicy",
    scripts: "-c -Command -command",
    isOnly: false,
  },
  { programs: "cmd", values: "", path: "/c", isText: true },
  {
    programs: "ssh mosh autossh",
    values: "-i -l -p -o -F -J -L -R -D -b -c -E -e -I -m -O -Q -S -W -w",
    skip: 1,
    where: "on",
    isText: true,
  },
  {
    programs: "pssh pdsh clush dsh parallel-ssh",
    values: "-h -H -w -g -l -p -t -x -o -e -b -n --hosts",
    isText: true,
  },
  {
    programs: "tsh",
    path: "ssh",
    values: "--proxy --user --login --cluster -l -p",
    skip: 1,
    where: "on",
    isText: true,
    isOnly: true,
  },
  {
    programs: "knife",
    path: "ssh",
    values: "-C --concurrency -x --ssh-user -a --attribute -E -P -i",
    skip: 1,
    where: "on",
    isText: true,
  },
  { programs: "salt salt-ssh", path: "* cmd.run", values: "-t -b", isText: true },
  { programs: "ansible", values: "-i -l --limit -u -f -e -t", scripts: "-a --args" },
  { programs: "gcloud", path: "compute ssh", values: "", scripts: "--command" },
  { programs: "gcloud", path: "alpha|beta compute ssh", values: "", scripts: "--command" },
  { programs: "az", path: "vm run-command invoke", values: "", scripts: "--scripts" },
  { programs: "vagrant minikube", path: "ssh", values: "-n", skip: 0, scripts: "-c --command" },
  { programs: "fly flyctl", path: "ssh console", values: "-a", scripts: "-C --command" },
  { programs: "heroku", path: "run", values: "-a --app -s --size", isText: true },
  { programs: "kubectl oc k kubecolor", path: "exec|rsh|debug", values: KUBE, skip: 1, where: "in" },
  { programs: "oc", path: "debug", values: KUBE, skip: 1, where: "in" },
  {
    programs: "docker podman nerdctl finch crictl lxc incus multipass",
    path: "exec",
    values: DOCKER,
    skip: 1,
    where: "in",
  },
  { programs: "docker podman nerdctl", path: "run", values: DOCKER, skip: 1, where: "in" },
  {
    programs: "docker podman nerdctl",
    path: "container|image|compose exec|run",
    values: DOCKER,
    skip: 1,
    where: "in",
  },
  { programs: "docker-compose podman-compose", path: "exec|run", values: DOCKER, skip: 1, where: "in" },
  { programs: "nomad", path: "alloc exec", values: "-task -job -namespace -address", skip: 1, where: "in" },
  { programs: "consul", path: "exec", values: "-http-addr -token -datacenter -node -service", isText: true },
  { programs: "nsenter unshare", values: "-t --target -S -G -w -r" },
  { programs: "ip", path: "netns exec", values: "", skip: 1, where: "in" },
  {
    programs: "aws-vault chamber saml2aws okta-aws-cli",
    path: "exec",
    values: "-a --idp-account -d --duration",
    skip: 1,
    where: "as",
    isOnly: true,
  },
  { programs: "gds gds-cli", path: "aws", values: "", skip: 1, where: "as", isOnly: true },
  { programs: "bundle bundler", path: "exec", values: "--gemfile" },
  {
    programs: "poetry pipenv uv pdm hatch rye op doppler infisical envconsul devbox dotenv mise",
    path: "run|exec",
    values: "-p --project -c --config -e --env-file --env --with -f",
  },
  { programs: "rbenv pyenv asdf nodenv", path: "exec", values: "" },
  { programs: "npm pnpm", path: "exec", values: "-w --workspace" },
  { programs: "npx bunx", values: "-p --package" },
  { programs: "with-contenv setuidgid gosu su-exec tini dumb-init", values: "", skip: 0 },
];

type Carrier = {
  path: readonly RegExp[];
  values: ReadonlySet<string>;
  skip: number;
  where: string | null;
  isText: boolean;
  scripts: ReadonlySet<string>;
  isOnly: boolean;
};

/** A call that carries more commands than this is no call that somebody wrote. */
const MOST = 20;

const BY_PROGRAM: ReadonlyMap<string, readonly Carrier[]> = groupCarriers();

/** What a program runs: words of a command, or shell text; `where` goes behind its target ("on db-1"). */
export type Carried = { words: readonly Word[]; text: string | null; where: string | null };

/** The program runs others, and beside that does nothing that is worth a warning. */
export function carriesOnly(program: string): boolean {
  return BY_PROGRAM.get(program)?.some((carrier) => carrier.isOnly) ?? false;
}

/** The commands inside a call of a program that runs others; empty for all other calls. */
export function findCarried(program: string, words: readonly Word[]): Carried[] {
  const found: Carried[] = [];
  for (const carrier of BY_PROGRAM.get(program) ?? []) found.push(...unpack(carrier, words));
  if (program === "find" || program === "fd") found.push(...findExec(words));
  if (/^(?:python[\d.]*|ruby)$/.test(program)) found.push(...findModule(words));
  return found;
}

function unpack(carrier: Carrier, words: readonly Word[]): Carried[] {
  const found: Carried[] = [];
  const where: string[] = [];
  let pathAt = 0;
  let skipped = 0;
  let at = 1;
  for (; at < words.length && found.length < MOST; at++) {
    const text = words[at]?.text ?? "";
    const script = scriptOf(carrier, text, words[at + 1]);
    if (script !== null) {
      found.push({ words: [], text: script.text, where: null });
      if (script.tookNext) at++;
    } else if (text === "--") {
      at++;
      break;
    } else if (/^[-+]./.test(text)) {
      if (carrier.values.has(text)) at++;
    } else if (/^[A-Za-z_]\w*=/.test(text) && pathAt === carrier.path.length && skipped === carrier.skip) {
      // `env NAME=value`, `sudo NAME=value`: set for the command, no part of it.
    } else if (pathAt < carrier.path.length) {
      if (!carrier.path[pathAt]?.test(text)) return found;
      pathAt++;
    } else if (skipped < carrier.skip) {
      where.push(text);
      skipped++;
    } else if (carrier.scripts.size === 0) break;
  }
  if (pathAt < carrier.path.length || carrier.scripts.size > 0) return found;
  const rest = words.slice(at);
  if (rest.length === 0) return found;
  const only = rest.length === 1 ? rest[0] : undefined;
  const isText = carrier.isText || (only?.isQuoted === true && /\s/.test(only.text));
  const place = carrier.where !== null && where.length > 0 ? `${carrier.where} ${where.join(" ")}` : null;
  found.push(
    isText
      ? { words: [], text: rest.map((word) => word.text).join(" "), where: place }
      : { words: rest, text: null, where: place },
  );
  return found;
}

function scriptOf(
  { scripts }: Carrier,
  text: string,
  next: Word | undefined,
): { text: string; tookNext: boolean } | null {
  if (scripts.has(text) && next) return { text: next.text, tookNext: true };
  const [name = "", ...value] = text.split("=");
  return value.length > 0 && scripts.has(name) ? { text: value.join("="), tookNext: false } : null;
}

/** `find /var/log -exec rm {} \;`: the words up to `;` or `+`; what is found stands for `{}`. */
function findExec(words: readonly Word[]): Carried[] {
  const found: Carried[] = [];
  const starts = words.slice(1).findIndex(({ text }) => /^[-(!]/.test(text));
  const where =
    starts > 0
      ? `under ${words
          .slice(1, starts + 1)
          .map(({ text }) => text)
          .join(" ")}`
      : null;
  for (let i = 1; i < words.length && found.length < MOST; i++) {
    if (!/^-(?:exec|execdir|ok|okdir|x|X)$/.test(words[i]?.text ?? "")) continue;
    const rest = words.slice(i + 1);
    const end = rest.findIndex(({ text }) => /^(?:\\?;|\+)$/.test(text));
    const command = end === -1 ? rest : rest.slice(0, end);
    found.push({ words: command.filter(({ text }) => text !== "{}"), text: null, where });
  }
  return found;
}

/** `python -m pip install`, `ruby -S gem install`: a module or gem as a program. */
function findModule(words: readonly Word[]): Carried[] {
  const at = words.findIndex(({ text }) => text === "-m" || text === "-S");
  return at > 0 && at < words.length - 1 ? [{ words: words.slice(at + 1), text: null, where: null }] : [];
}

function groupCarriers(): Map<string, Carrier[]> {
  const groups = new Map<string, Carrier[]>();
  for (const table of CARRIERS) {
    const carrier: Carrier = {
      path: wordList(table.path).map(
        (word) => new RegExp(`^(?:${word.replaceAll(".", "\\.").replaceAll("*", ".*")})$`, "i"),
      ),
      values: new Set(wordList(table.values)),
      skip: table.skip ?? 0,
      where: table.where ?? null,
      isText: table.isText ?? false,
      scripts: new Set(wordList(table.scripts)),
      isOnly: table.isOnly ?? table.path === undefined,
    };
    for (const program of wordList(table.programs))
      groups.set(program, [...(groups.get(program) ?? []), carrier]);
  }
  return groups;
}
