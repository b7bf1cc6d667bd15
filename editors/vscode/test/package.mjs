// Packs the extension by `npm run package` and looks into the VSIX: a zip that `unpack` reads without a helper.
// usage: node package.mjs
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { inflateRawSync } from "node:zlib";

const folder = new URL("..", import.meta.url).pathname.replace(/\/$/, "");

/** The files of a zip by name. */
function unpack(data) {
  const files = new Map();
  let at = data.readUInt32LE(data.lastIndexOf("PK\x05\x06") + 16); // where the directory starts
  while (data.readUInt32LE(at) === 0x02014b50) {
    const method = data.readUInt16LE(at + 10);
    const [packed, nameSize, extraSize, commentSize] = [
      data.readUInt32LE(at + 20), data.readUInt16LE(at + 28), data.readUInt16LE(at + 30), data.readUInt16LE(at + 32),
    ];
    const head = data.readUInt32LE(at + 42);
    const name = data.toString("utf8", at + 46, at + 46 + nameSize);
    const start = head + 30 + data.readUInt16LE(head + 26) + data.readUInt16LE(head + 28);
    const body = data.subarray(start, start + packed);
    files.set(name, method === 0 ? body : inflateRawSync(body));
    at += 46 + nameSize + extraSize + commentSize;
  }
  return files;
}

let passed = 0;
function check(what, test) {
  test();
  passed++;
  console.log(`ok   ${what}`);
}

// a registry that does not answer: packing asks for nothing
const offline = { ...process.env, npm_config_registry: "http://127.0.0.1:9/", npm_config_offline: "true" };
const vsix = path.join(folder, "ringfence.vsix");
fs.rmSync(vsix, { force: true });
const packed = spawnSync("npm", ["run", "package"], { cwd: folder, env: offline, encoding: "utf8", timeout: 180000 });
check("one command packs it, offline", () => assert.equal(packed.status, 0, packed.stdout + packed.stderr));
const data = fs.readFileSync(vsix);
const files = unpack(data);
const text = (name) => files.get(`extension/${name}`)?.toString("utf8");
const source = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
const manifest = JSON.parse(text("package.json"));
check("it is small", () => assert.ok(data.length < 200 * 1024, `${data.length} bytes`));
check("its manifest is the source's", () => {
  assert.deepEqual(manifest.contributes, source.contributes);
  const xml = files.get("extension.vsixmanifest").toString("utf8");
  assert.match(xml, new RegExp(`Id="${source.name}" Version="${source.version}" Publisher="${source.publisher}"`));
});
check("all that it names is in it", () => {
  const named = [manifest.main, manifest.icon];
  for (const one of manifest.contributes.languages) named.push(one.configuration);
  for (const one of manifest.contributes.grammars) named.push(one.path);
  for (const tour of manifest.contributes.walkthroughs) for (const step of tour.steps) named.push(step.media.markdown);
  for (const one of named) assert.ok(files.has(`extension/${path.posix.normalize(one)}`), one);
});
check("commands of the walkthrough and of menus exist", () => {
  const known = new Set(manifest.contributes.commands.map((one) => one.command));
  const whole = JSON.stringify([manifest.contributes.walkthroughs, manifest.contributes.menus]);
  const used = [...whole.matchAll(/(?:command:|onCommand:|"command":")(ringfence\.\w+)/g)].map((match) => match[1]);
  assert.ok(used.length >= 6);
  for (const one of used) assert.ok(known.has(one), one);
});
check("neither sources nor tests nor packages are in it", () => {
  for (const name of files.keys()) assert.doesNotMatch(name, /node_modules|\/src\/|\/test\/|tsconfig|package-lock/);
});
check("no folder of this machine is in it", () => {
  for (const [name, body] of files) assert.ok(!body.includes(folder), name);
});
check("the lock names no registry", () => {
  const lock = JSON.parse(fs.readFileSync(path.join(folder, "package-lock.json"), "utf8"));
  const packages = Object.entries(lock.packages).filter(([name]) => name);
  for (const [name, one] of packages) assert.ok(one.version && one.integrity && !one.resolved, name);
});
console.log(`${passed} passed, 0 failed`);
