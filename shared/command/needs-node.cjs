// Loaded before every command of package.json. Older Node cannot read TypeScript, or skips without a word what stands behind
// `import.meta.main`; this file is for them too, so it is the one that must stay plain JavaScript.

const { existsSync } = require('node:fs')
const { join } = require('node:path')
const { NEEDED, isNewEnough, modules } = require('./which-node.cjs')

const fault = () => {
  if (!existsSync(modules)) return 'Nothing is installed yet: run npm ci first'
  if (isNewEnough()) return undefined
  const wanted = `Shiming needs Node ${NEEDED.join('.')} or later, and this is Node ${process.versions.node} (${process.execPath})`
  if (existsSync(join(modules, '.bin/node'))) return `${wanted}: run it by npm, which takes the one in node_modules`
  return existsSync(join(modules, `node-${process.platform}-${process.arch}`))
    ? `${wanted}; npm ci brought one and ran no scripts: link it by node shared/command/link-node.cjs`
    : `${wanted}; npm ci brought none for ${process.platform} on ${process.arch}: install Node ${NEEDED[0]} from https://nodejs.org`
}

const message = fault()
if (message !== undefined) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
