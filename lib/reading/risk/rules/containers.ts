import type { FamilyTable, Rule } from "../family";

const COMPOSE_RULES: readonly Rule[] = [
  ["danger", "down|rm|kill|stop", "Stops or removes containers"],
  ["disruption", "restart", "Restarts containers"],
  ["danger", "up --force-recreate", "Replaces running containers"],
  ["danger", "up --scale=*=0", "Scales to zero"],
  ["danger", "scale *=0", "Scales to zero"],
  [
    "change",
    "up|start|create|build|run|pull|push|scale|pause|unpause|cp|watch",
    "Starts or changes containers",
  ],
];
const within = (word: string, rules: readonly Rule[]): Rule[] =>
  rules.map(([level, at, reason]) =>
    reason === undefined ? [level, `${word} ${at}`] : [level, `${word} ${at}`, reason],
  );

const HOST = { "on host": "-H --host -c --context" };

/** Containers and images. */
export const CONTAINERS: readonly FamilyTable[] = [
  {
    programs: "docker podman nerdctl finch",
    values: `
      -H --host -c --context --config -l --log-level --namespace -n --filter --file -p --project-name --profile
      --project-directory --env-file -e --env -v --volume --name --network -w --workdir -u --user --entrypoint
      --publish --format --tail --since --until -t --time --tag --signal -s --platform --mount --add-host --memory -m
      --cpus --label --restart --scale --replicas --image --availability --secret-add --secret-rm --ip`,
    scope: HOST,
    names: "--name",
    rules: [
      ...within("compose", COMPOSE_RULES),
      ["danger", "rm|rmi|kill|stop", "Stops or removes containers or images"],
      [
        "danger",
        "container|image|volume|network|builder|buildx|system|pod|machine|manifest rm|rmi|kill|stop|prune|remove|reset",
        "Stops or removes containers or images",
      ],
      [
        "danger",
        "service|stack|node|secret|config|context|plugin|checkpoint|trust rm|remove|down|revoke",
        "Removes from the swarm",
      ],
      ["danger", "swarm leave", "Leaves the swarm"],
      ["danger", "service scale *=0", "Scales to zero"],
      ["danger", "service update --replicas=0", "Scales to zero"],
      ["danger", "node update --availability=drain", "Drains a node"],
      ["disruption", "node update --availability=pause", "Takes a node out"],
      ["disruption", "service update --force", "Restarts a service"],
      ["disruption", "service rollback", "Rolls a service back"],
      ["disruption", "service update --rollback", "Rolls a service back"],
      ["disruption", "swarm ca --rotate", "Rotates certificates"],
      ["disruption", "swarm join-token --rotate", "Rotates a token"],
      ["disruption", "plugin disable", "Disables a plugin"],
      ["disruption", "restart", "Restarts containers"],
      ["disruption", "container|pod restart", "Restarts containers"],
      [
        "change",
        "run|start|create|build|push|pull|tag|update|cp|load|import|commit|rename|pause|unpause|login",
        "Changes containers or images",
      ],
      [
        "change",
        "container|image|volume|network|service|stack|node|secret|config|swarm|context|plugin|buildx|builder create|update|connect|disconnect|scale|deploy|init|join|tag|push|pull|build|load|import|run|start|use|enable|install|set|upgrade",
        "Changes containers or images",
      ],
    ],
  },
  {
    programs: "docker-compose podman-compose",
    values:
      "-f --file -p --project-name --profile --env-file --project-directory -t --timeout --scale -H --host",
    scope: { "of project": "-p --project-name", ...HOST },
    rules: COMPOSE_RULES,
  },
  {
    programs: "docker-machine",
    values: "any -s -d --driver",
    rules: [
      ["danger", "rm|kill|stop", "Stops or removes a machine"],
      ["disruption", "restart|regenerate-certs", "Restarts a machine"],
      ["change", "create|start|provision|upgrade|scp", "Changes a machine"],
    ],
  },
  {
    programs: "crictl ctr lxc incus",
    values: "-n --namespace -a --address -r --runtime-endpoint -t --timeout --project",
    rules: [
      ["danger", "rm|rmi|rmp|stop|stopp|kill|delete|stop-p", "Stops or removes containers or images"],
      [
        "danger",
        "containers|c|images|i|tasks|t|snapshots|network|storage|profile|image|project|snapshot rm|remove|delete|kill|prune",
        "Stops or removes containers or images",
      ],
      ["disruption", "restart", "Restarts containers"],
      ["danger", "restore", "Puts an old state in place of the current one"],
      [
        "change",
        "run|runp|create|start|pull|update|launch|copy|move|publish|config|images|image|tasks",
        "Changes containers or images",
      ],
    ],
  },
  {
    programs: "skopeo crane buildah oras regctl",
    values: "any",
    rules: [
      ["danger", "delete|rm|rmi|prune", "Deletes images"],
      ["danger", "manifest|tag|blob|image|repo|index delete|rm", "Deletes images"],
      [
        "change",
        "copy|cp|push|sync|tag|mutate|append|rebase|commit|bud|build|pull|run|from|attach",
        "Changes images",
      ],
    ],
  },
];
