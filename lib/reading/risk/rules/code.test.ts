import { expect, test } from "vitest";
import { cases, levelOf } from "../testing/risk-cases";

test.each(
  cases(`
    read       git log --oneline --grep delete
    read       git status
    read       git -C /srv/app log -1
    read       git diff HEAD~1 -- reset.sh
    read       git branch -a
    read       git fetch --prune
    read       git clean -nd
    read       git push --dry-run --force
    read       git stash list
    read       git show --stat force
    change     git commit -m 'drop table, delete all; rm -rf; push --force'
    change     git push origin main
    change     git push -u origin hotfix/[issue-name]
    change     git checkout -b delete-old main
    change     git tag v1.2.3
    change     git merge --no-ff reset
    change     git pull --rebase
    change     git reset HEAD~1
    disruptive git revert abc123
    danger     git push --force origin main
    danger     git -C /srv/app push -f
    danger     git push --force-with-lease
    danger     git push origin --delete old
    danger     git push origin :old
    danger     git push origin +main
    danger     git reset --hard HEAD~1
    danger     git clean -fdx
    danger     git branch -D old
    danger     git tag -d v1
    danger     git stash drop
    danger     git checkout -f main
    danger     git filter-repo --path x --invert-paths
    read       gh run list --limit 1 --json conclusion --jq '.[0].conclusion'
    read       gh pr view 12 --json title -q '.delete'
    read       gh api repos/o/r/pulls
    change     gh pr create --title "Delete the old queue" --body "rollback plan"
    change     gh workflow run deploy.yml -f env=delete
    change     gh issue create --label rollback --title "Rollback: api"
    disruptive gh run cancel 1234
    disruptive gh workflow disable nightly.yml
    danger     gh release delete v1 -y
    danger     gh repo delete o/r --yes
    danger     gh api -X DELETE repos/o/r/git/refs/heads/x
    danger     gh secret delete TOKEN
    change     gh secret set TOKEN --body x
    change     make deploy ENV=prod
    disruptive make rollback REV=3
    danger     make destroy
    change     make clean build
    read       make -n destroy
    read       make help
    danger     bundle exec rake db:drop
    danger     rake db:migrate:reset
    danger     rails db:rollback STEP=1
    change     rails db:migrate
    read       rake -T
    read       rails routes
    danger     bin/rails db:drop
    change     ./deploy.sh --env=production --version=1.2
    disruptive ./scripts/deploy/rollback.sh --version=1
    danger     ./scripts/db/rollback.sh
    danger     ./scripts/db/restore.sh dump.sql
    read       ./scripts/db/migrate.sh --dry-run
    change     ./scripts/db/migrate.sh
    read       ./scripts/deploy/health-check.sh
    read       ./scripts/verify-delete.sh
    danger     bash scripts/teardown.sh
    disruptive sudo bash /opt/x/restart-workers.sh
    danger     ./manage.sh stop
    read       ./manage.sh status
    danger     python manage.py flush --no-input
    change     python manage.py migrate
    read       python manage.py showmigrations
    danger     python manage.py migrate app zero
    read       python3 -m json.tool
    danger     python -c "import shutil; shutil.rmtree('/data')"
    read       python -c "print('delete')"
    change     python scripts/backfill.py --limit 100
    danger     python tools/purge_cache.py
    danger     php artisan migrate:fresh
    change     php artisan migrate
    danger     rails runner 'User.where(old: true).destroy_all'
    read       rails runner 'puts User.where(deleted: true).count'
    danger     gitlab-rails runner "Project.find(1).destroy!"
    danger     alembic downgrade -1
    change     alembic upgrade head
    danger     somectl cluster destroy now
    read       somectl cluster list
    read       somectl get destroy
    danger     somectl --context prod node remove n1
    disruptive somectl service restart api
    change     somectl config set a=delete
    read       somectl describe node drain
    danger     somectl job --delete 12
    danger     some-wrapper prod -- kubectl delete pod x
    disruptive restart-cluster --name a
    danger     teleport-nuke --all
  `),
)("%s: %s", (level, command) => expect(levelOf(command)).toBe(level));
