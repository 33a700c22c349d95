// Which Node runs this repository: the one that runs now, or the one its packages bring. Plain JavaScript, for old Node too.

const { existsSync } = require('node:fs')
const { join } = require('node:path')

const NEEDED = [24, 2]

const modules = join(__dirname, '../../node_modules')

/** Whether this Node can read the TypeScript here, and knows `import.meta.main`. */
const isNewEnough = () => {
  const [major, minor] = process.versions.node.split('.').map(Number)
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])
}

/** The Node among the packages for this machine, linked or not; undefined where there is none. */
const broughtNode = (platform = process.platform, arch = process.arch) => {
  const isWindows = platform === 'win32'
  const file = isWindows
    ? join(modules, `node-win-${arch}`, 'bin/node.exe')
    : join(modules, `node-${platform}-${arch}`, 'bin/node')
  return existsSync(file) ? file : undefined
}

module.exports = { NEEDED, broughtNode, isNewEnough, modules }
