// Runs after every install. npm 10 takes the link `node_modules/.bin/node` away again with the packages of Node for other platforms, which
// have a link of that name too; without it npm scripts run by whatever Node the machine has. Plain JavaScript, for old Node too.

const { existsSync, mkdirSync, symlinkSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')

/** Links the Node among these packages that is for this machine, where npm has not. Answers whether it is linked now. */
const linkNode = (modules, platform = process.platform, arch = process.arch) => {
  const bin = join(modules, '.bin')
  const isWindows = platform === 'win32'
  const link = join(bin, isWindows ? 'node.cmd' : 'node')
  if (existsSync(link)) return true
  const [name, program] = isWindows ? [`node-win-${arch}`, 'node.exe'] : [`node-${platform}-${arch}`, 'node']
  if (!existsSync(join(modules, name, 'bin', program))) return false
  mkdirSync(bin, { recursive: true })
  if (isWindows) writeFileSync(link, `@"%~dp0\\..\\${name}\\bin\\${program}" %*\r\n`)
  else symlinkSync(join('..', name, 'bin', program), link)
  return true
}

module.exports = { linkNode }

if (require.main === module) linkNode(join(__dirname, '../../node_modules'))
