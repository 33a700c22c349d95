import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { generated } from './generated.ts'
import { pathOf, textOf } from './repository.ts'

describe('pages that are made from code', () => {
  it.each(generated)('$file is current', async ({ file, make }) => {
    const current = existsSync(pathOf(file)) && textOf(file) === (await make())
    expect(current, `${file} is out of date; to write it anew: npm run docs`).toBe(true)
  })
})
