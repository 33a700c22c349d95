#!/usr/bin/env node
// `npx shiming`. Whatever Node starts it, the repository's own goes on where that one is too old. Plain JavaScript, for old Node too.

const { spawn } = require('node:child_process')
const { join } = require('node:path')
const { broughtNode, isNewEnough } = require('../../shared/command/which-node.cjs')

const main = join(__dirname, 'main.ts')

/** Runs it by another Node, and ends as that does. */
const goOnBy = (node) => {
  const child = spawn(node, [main, ...process.argv.slice(2)], { stdio: 'inherit' })
  const pass = (signal) => child.kill(signal)
  process.on('SIGTERM', pass)
  process.on('SIGHUP', pass)
  // A terminal sends it to both.
  process.on('SIGINT', (signal) => process.stdin.isTTY || pass(signal))
  child.on('error', (error) => {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code)
    for (const one of ['SIGTERM', 'SIGHUP', 'SIGINT']) process.removeAllListeners(one)
    process.kill(process.pid, signal)
  })
}

const brought = isNewEnough() ? undefined : broughtNode()
if (brought === undefined) {
  require('../../shared/command/needs-node.cjs')
  import('./main.ts')
} else goOnBy(brought)
