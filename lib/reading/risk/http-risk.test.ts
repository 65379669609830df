import { expect, test } from "vitest";
import { cases, levelOf } from "./testing/risk-cases";

test.each(
  cases(`
    read       curl -s https://api.test/health | jq .status
    read       curl -G https://loki.test --data-urlencode 'query={app="delete"}'
    read       curl -sf https://api.test/users/delete
    read       curl -I https://api.test
    read       curl -XGET 'http://es:9200/_search' -d '{"query":{}}'
    read       curl -X POST http://es:9200/logs/_search -H 'Content-Type: application/json' -d '{"size":1}'
    read       curl -H "X-Method: DELETE" https://api.test
    read       wget -qO- https://api.test/stop
    read       http GET https://api.test/stop
    change     curl -X POST https://api.test/on
    change     curl -d '{"text":"rolled back, deleted"}' https://hooks.test/T0/B0
    change     curl -X PUT https://api.test/settings -d @x.json
    change     curl --data-binary @- http://push.test/metrics/job/delete-old
    change     http POST api.test/items name=delete
    disruptive curl -X POST https://flags.test/api/features/x/environments/prod/off
    disruptive curl -X POST http://api.test/actuator/restart
    disruptive curl -XPOST https://ci.test/job/1/abort
    disruptive curl -X POST https://api.test/tokens/rotate
    danger     curl -XDELETE https://api.test/items/1
    danger     curl --request DELETE "https://api.test/items/1"
    danger     curl -s -X "DELETE" -H 'A: b' $URL/items
    danger     curl -X POST http://localhost:8080/actuator/shutdown
    danger     curl -X POST 'http://es:9200/logs/_delete_by_query' -d '{}'
    danger     curl -XPOST http://prom:9090/api/v1/admin/tsdb/delete_series?match[]=x
    danger     curl -X POST https://api.test/vms/1/actions -d '{"action": "terminate"}'
    danger     curl https://api.test/graphql -d '{"query":"mutation { deleteUser(id: 1) }"}'
    danger     curl -X POST http://localhost:15000/quitquitquit
    danger     http DELETE api.test/items/1
    danger     wget --method=DELETE https://api.test/items/1
  `),
)("%s: %s", (level, command) => expect(levelOf(command)).toBe(level));
