import { expect, test } from "vitest";
import { cases, levelOf } from "./testing/risk-cases";

test.each(
  cases(`
    danger  kubectl patch deploy web -p '{"spec":{"replicas":0}}'
    danger  kubectl patch deployment/web --patch '{"spec": {"replicas": 0}}' -n prod
    danger  kubectl patch deploy web --type=merge --patch="spec: {replicas: 0}"
    danger  kubectl patch deploy web --type json -p '[{"op":"replace","path":"/spec/replicas","value":0}]'
    danger  kubectl patch deploy web --type json -p '[{"op":"replace","value":0,"path":"/spec/replicas"}]'
    danger  oc patch dc/web -p '{"spec":{"replicas":0}}'
    change  kubectl patch deploy web -p '{"spec":{"replicas":10}}'
    change  kubectl patch deploy web -p '{"spec":{"replicas":3,"revisionHistoryLimit":0}}'
    change  kubectl patch deploy web --type json -p '[{"op":"replace","path":"/spec/replicas","value":10}]'
    change  kubectl patch deploy web --type json -p '[{"op":"replace","path":"/spec/minReadySeconds","value":0}]'
    danger  helm upgrade web ./chart --set replicaCount=0
    danger  helm upgrade web ./chart --set image.tag=1,worker.replicas=0
    change  helm upgrade web ./chart --set replicaCount=2
    change  helm upgrade web ./chart --set replicaCount=2,retries=0
    danger  docker service scale web=0
    danger  docker compose up -d --scale web=0
    change  docker service scale web=3
    danger  aws ecs update-service --cluster c --service s --desired-count 0
    change  aws ecs update-service --cluster c --service s --desired-count 2
  `),
)("%s: %s", (level, command) => {
  expect(levelOf(command)).toBe(level);
});
