import { join, relative } from 'node:path'
import { runCommand } from '../../shared/command/run-command.ts'
import { buildClient, packClient } from './build.ts'

const CLIENT = join(import.meta.dirname, '../../clients/typescript')

const packCommand = {
  call: 'npm run client:pack',
  does: 'Builds the typed client into clients/typescript/dist, and packs it as npm would publish it.',
  flags: {},
}

await runCommand(packCommand, async () => {
  const dist = join(CLIENT, 'dist')
  await buildClient(dist)
  const tarball = await packClient(dist, CLIENT)
  console.log(`${relative(process.cwd(), tarball)}; to publish it: npm publish ${relative(process.cwd(), dist)}`)
})
