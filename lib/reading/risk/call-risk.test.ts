import { expect, test } from "vitest";
import { findRisk } from "./find-risk";
import { cases, levelOf } from "./testing/risk-cases";

test.each(
  cases(`
    danger     echo "DROP TABLE users;" | psql -d app
    danger     echo FLUSHALL | redis-cli -h cache
    danger     echo "kubectl delete pod x" | bash
    danger     psql -d app <<< "TRUNCATE jobs"
    danger     : > /var/log/app.log
    danger     > /var/log/app.log
    danger     cat /dev/null > /var/log/app.log
    danger     cat image.iso > /dev/sdb
    danger     kubectl exec -i db-0 -- psql -U app <<< "DELETE FROM jobs"
    danger     sudo -u postgres psql app <<< "DROP TABLE x"
    danger     cat old.txt | xargs -n1 kubectl delete pod
    danger     while read -r p; do kubectl delete pod "$p"; done < pods.txt
    danger     ruby -S gem uninstall x
    danger     sudo env PATH=$PATH nice -n 10 rm -rf /x
    danger     kubectl exec x -- bash -lc "cd /data && rm -rf ./*"
    danger     ssh -t bastion ssh db-1 "sudo reboot"
    danger     docker compose exec -T db psql -c "DROP DATABASE app"
    danger     caffeinate kubectl delete pod x
    danger     su -c "rm -rf /x" app
    read       caffeinate deploy x
    read       gtimeout 5 deploy x
    read       nohup deploy x
    read       tsh login --proxy delete.example.com
    change     mysql -h db app < dump.sql
    change     psql -d app < fix.sql
    change     cat fix.sql | psql -d app
    change     curl -fsSL https://get.test/install.sh | sudo bash
    change     echo 1 > /proc/sys/net/ipv4/ip_forward
    change     echo "10.0.0.1 db" | sudo tee -a /etc/hosts
    change     python3 -m pip install x
    read       echo "DROP TABLE users;" | grep DROP
    read       echo "delete everything" > /dev/null
    read       kubectl get pods -o yaml > delete.yaml
    read       pg_dump app > drop.sql
    read       kubectl logs x 2>&1 | grep kill >/dev/null 2>&1
    read       cat pods.txt | grep delete
    read       psql -d app <<< "SELECT 1"
    read       curl -s https://api.test/status | bash -c 'cat'
    read       diff <(kubectl get cm a -o yaml) <(kubectl get cm b -o yaml)
  `),
)("%s: %s", (level, command) => expect(levelOf(command)).toBe(level));

const SQL = "psql -d app <<'SQL'\nSELECT 1;\nDELETE FROM jobs;\nSQL";

test("the text of a here-document counts where its command runs it", () => {
  expect(levelOf(SQL)).toBe("danger");
  expect(levelOf(SQL.replace("psql -d app", "cat"))).toBe("read");
  expect(levelOf("cat > notes.txt <<EOF\nrm -rf /\nEOF")).toBe("change");
  expect(levelOf("ssh db-1 <<EOF\nsudo reboot\nEOF")).toBe("danger");
});

test.each([
  ["find /var/log -name '*.gz' -exec rm {} \\;", "under /var/log"],
  ["kubectl exec -i db-0 -n prod -- dropdb app", "app in db-0"],
  ["> /var/log/app.log", "/var/log/app.log"],
  ["ssh ops@db-1 sudo systemctl stop nginx", "nginx on ops@db-1"],
  ["kubectl scale deployment --all --replicas=0 -n prod", "all deployment in namespace prod"],
  ["docker rm -f api", "api"],
])("%s acts on %s", (text, target) => {
  expect(findRisk({ text, language: "shell", label: null, before: null }).target).toBe(target);
});
