import type { FamilyTable } from "../family";

/** Git and the forges. */
export const CODE: readonly FamilyTable[] = [
  {
    programs: "git",
    values:
      "-C -c --git-dir --work-tree --namespace -m --message -b -B -u --author --depth --branch -o --push-option --repo --source -s -X --onto -n=",
    switches: "--force-with-lease --force --all --tags --hard",
    scope: { in: "-C" },
    names: "-b -B",
    rules: [
      [
        "read",
        "status|log|diff|show|fetch|blame|grep|ls-files|ls-remote|rev-parse|describe|shortlog|cat-file|bisect|help|rev-list|name-rev|archive|whatchanged|show-ref|for-each-ref|merge-base|cherry|range-diff|version|verify-commit|verify-tag|count-objects|fsck",
      ],
      ["read", "clean|push -n"],
      [
        "danger",
        "push --force|-f|--delete|-d|--mirror|--prune|--force-with-lease",
        "Overwrites or deletes a remote branch",
      ],
      ["danger", "push * :*|+*", "Overwrites or deletes a remote branch"],
      ["danger", "reset --hard|--merge", "Throws work away"],
      ["danger", "clean", "Deletes files that are not tracked"],
      ["danger", "checkout -f|--force", "Throws work away"],
      ["danger", "checkout|restore .", "Throws work away"],
      ["danger", "switch --discard-changes|-f|--force", "Throws work away"],
      ["danger", "branch -D|-d|--delete", "Deletes a branch"],
      ["danger", "tag -d|--delete", "Deletes a tag"],
      ["danger", "stash drop|clear", "Throws work away"],
      ["danger", "filter-branch|filter-repo|prune|prune-packed", "Rewrites or removes history"],
      ["danger", "reflog expire|delete", "Removes history"],
      [
        "danger",
        "worktree|submodule|remote|notes remove|deinit|rm|prune",
        "Removes a part of the repository",
      ],
      ["danger", "rm", "Deletes files"],
      ["disruption", "revert", "Undoes a commit"],
      ["read", "rebase|merge|cherry-pick|am|revert --abort|--quit"],
      ["change", "push", "Pushes to a remote"],
      [
        "read",
        "branch|remote|tag|stash|config|worktree|submodule -l|--list|-a|-r|-v|-vv|--get|--contains|--merged|--show-current",
      ],
      ["read", "stash|worktree|submodule|notes|remote list|show|status|get-url|-v"],
      ["change", "branch|tag|remote|config +", "Changes the local repository"],
      ["read", "branch|tag|remote|config"],
      [
        "change",
        "commit|merge|rebase|cherry-pick|pull|checkout|switch|add|mv|reset|stash|am|apply|restore|clone|init|submodule|worktree|notes|update-index|update-ref|gc|lfs|subtree|maintenance|sparse-checkout",
        "Changes the local repository",
      ],
    ],
  },
  {
    programs: "gh glab hub",
    values:
      "-R --repo -t --title -b --body -l --label -a --assignee -m --milestone -F --field -f --raw-field -X --method -H --header -q --jq --json --limit -L -B --base --head --ref -e --env -r --reviewer --message -w --workflow",
    scope: { of: "-R --repo", "in environment": "-e --env" },
    rules: [
      [
        "read",
        "... list|view|status|checks|diff|download|watch|clone|search|browse|show|get|logs|verify|login|trace|ls",
      ],
      ["danger", "api -X=DELETE|--method=DELETE", "Deletes something at the forge"],
      [
        "danger",
        "* delete|remove|delete-asset|unlock|archive|purge|remove-*",
        "Deletes something at the forge",
      ],
      ["danger", "pr merge --admin", "Merges past the rules"],
      ["danger", "repo sync --force", "Overwrites a branch"],
      [
        "disruption",
        "* cancel|disable|revert|stop|rollback|lock|revoke|rotate",
        "Cancels or disables something at the forge",
      ],
      ["change", "api -X|--method|-f|-F|--field|--raw-field|--input", "Changes something at the forge"],
      ["read", "api|search|status|browse|auth|alias|extension"],
      [
        "change",
        "* create|merge|close|reopen|edit|rerun|run|set|sync|comment|note|review|upload|enable|add|fork|rename|checkout|ready|transfer|approve|retry|trigger|play|update|import|develop|unarchive|update-branch|pin|unpin|link|publish",
        "Changes something at the forge",
      ],
    ],
  },
  {
    programs: "svn hg",
    values: "-m -r -R",
    rules: [
      ["danger", "revert|rm|delete|remove|del|strip|purge", "Throws work away"],
      [
        "change",
        "commit|ci|update|up|add|checkout|co|merge|copy|cp|move|mv|switch|push|pull|import|propset|clone|init|tag|branch",
        "Changes the repository",
      ],
    ],
  },
];
