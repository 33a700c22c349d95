import { writeFileSync } from 'node:fs'
import { generated } from './generated.ts'
import { pathOf } from './repository.ts'

// `npm run docs`: writes every page that is made from code.

for (const { file, make } of generated) {
  writeFileSync(pathOf(file), make())
  console.log(`wrote ${file}`)
}
