// Imported first by every script, so that an old Node is told before it trips over something else.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `Node ${process.versions.node} is too old: install Node 20.19 or newer, then start again.\n`,
  );
  process.exit(1);
}
