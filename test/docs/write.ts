import { writeFileSync } from 'node:fs'
import { runCommand } from '../../shared/command/run-command.ts'
import { generated } from './generated.ts'
import { pathOf } from './repository.ts'

const docsCommand = { call: 'npm run docs', does: 'Writes every page that is made from code.', flags: {} }

await runCommand(docsCommand, async () => {
  for (const { file, make } of generated) {
    writeFileSync(pathOf(file), await make())
    console.log(`wrote ${file}`)
  }
})
