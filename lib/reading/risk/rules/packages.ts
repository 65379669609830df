import type { FamilyTable } from "../family";

/** Packages of systems and languages. */
export const PACKAGES: readonly FamilyTable[] = [
  {
    programs:
      "apt apt-get aptitude yum dnf microdnf zypper pacman apk brew snap flatpak port choco scoop winget pkg pkgin nix-env emerge",
    values: "-o -t --enablerepo --disablerepo --installroot -y=",
    rules: [
      ["read", "-s|--simulate|--assumeno|-d|--download-only|-Q|-Qi|-Ql|-Ss|-Si"],
      ["danger", "services stop", "Stops a service"],
      ["disruption", "services restart", "Restarts a service"],
      [
        "danger",
        "remove|purge|uninstall|erase|autoremove|del|rm|-R|-Rs|-Rns|--unmerge|-e|delete|--uninstall",
        "Removes packages",
      ],
      ["danger", "-R|-Rs|-Rns|--unmerge", "Removes packages"],
      ["danger", "module|group|history remove|reset|rollback|undo|disable", "Removes or rolls packages back"],
      ["disruption", "downgrade|revert|rollback|disable|distro-sync", "Puts older packages in place"],
      [
        "change",
        "install|upgrade|update|add|dist-upgrade|full-upgrade|reinstall|link|unlink|tap|services|refresh|localinstall|groupinstall|module|makecache|pin|hold|build-dep|autoclean|patch|dup|in|up|clean|cleanup|config-manager|switch|connect|set|start|enable|mark|versionlock|history|group",
        "Installs or updates packages",
      ],
      ["change", "-S|-Sy|-Syu|-Syy|-U|-i|-iA", "Installs or updates packages"],
    ],
  },
  {
    programs: "dpkg rpm",
    values: "--root",
    rules: [
      ["danger", "-r|-P|--remove|--purge|-e|--erase", "Removes packages"],
      [
        "change",
        "-i|--install|-U|-F|-ivh|-Uvh|--configure|--import|--rebuilddb|--unpack|--add-architecture",
        "Installs packages",
      ],
    ],
  },
  {
    programs: "npm yarn pnpm bun",
    values: "--prefix -C --cwd -w --workspace --registry --tag --otp --filter",
    rules: [
      ["danger", "application|app -kill|-destroy|-stop", "Kills a job of the Hadoop cluster"],
      ["read", "application|app|node|logs|queue -list|-status|-applicationId"],
      ["danger", "unpublish|prune|deprecate", "Removes packages"],
      ["danger", "cache clean|clear|delete", "Empties a cache"],
      ["danger", "remove|rm|uninstall|un|r", "Removes packages"],
      [
        "change",
        "install|i|ci|add|update|upgrade|up|publish|link|dedupe|rebuild|version|init|set|config|import|login|pack|dist-tag|create|audit-fix|store|cache",
        "Installs or updates packages",
      ],
      ["read", "audit|ls|list|outdated|view|info|why|whoami|ping|bin|root|help|doctor|licenses"],
      ["change", "exec|x|dlx", "Runs a tool of the project"],
    ],
  },
  {
    programs:
      "pip pip3 pipx gem conda mamba poetry uv pipenv bundle bundler composer cargo rustup go gradle-wrapper nuget dotnet mix opam cpan cpanm luarocks asdf nvm rbenv pyenv sdk rvm mise volta corepack virtualenv easy_install",
    values: "-r -c -n --name -p --prefix -i --index-url --path --python --gemfile --package",
    rules: [
      ["danger", "uninstall|remove|rm|yank|unlock|prune|clean", "Removes packages"],
      [
        "danger",
        "env|self|toolchain|package|tool|cache|workload remove|delete|uninstall|purge|clear|clean",
        "Removes packages",
      ],
      ["danger", "ecto.drop|ecto.reset|phx.drop", "Drops a database"],
      ["danger", "ef database drop", "Drops a database"],
      ["disruption", "ecto.rollback", "Rolls the database back"],
      ["danger", "ef migrations remove", "Removes a migration"],
      ["change", "ef database|migrations|dbcontext update|add|script", "Changes the database"],
      [
        "change",
        "install|i|add|update|upgrade|get|publish|push|sync|lock|create|init|build|pull|mod|generate|run|test|bench|fix|use|local|global|default|env|toolchain|dump-autoload|require|self-update|deps.get|compile|release|ecto.*|phx.*|link|restore|pack|tool|download|rehash|reshim",
        "Installs, builds or runs",
      ],
    ],
  },
];
