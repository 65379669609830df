import http from "node:http";

// A server-sent-events server with nothing behind it, in a process of its own: a line on its standard input goes to
// all who listen. The first line that it prints is its port.

/** @type {Set<http.ServerResponse>} */
const listeners = new Set();

const server = http.createServer((request, response) => {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
  response.write(": open\n\n");
  listeners.add(response);
  request.on("close", () => listeners.delete(response));
});

server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.stdout.write(`${typeof address === "object" && address ? address.port : 0}\n`);
});

process.stdin.setEncoding("utf8").on("data", (text) => {
  for (const id of text.split("\n").filter(Boolean)) {
    for (const response of listeners) response.write(`data: {"id":"${id}"}\n\n`);
  }
});
process.stdin.on("end", () => process.exit(0));
