import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')

const sources = globSync('web/**/*.{ts,tsx}', { cwd: ROOT }).map((path) => ({
  path,
  text: readFileSync(join(ROOT, path), 'utf8'),
}))

/** Names of texts that end in a Chinese colon. */
const ending = sources.flatMap(({ text }) =>
  [...text.matchAll(/(\w+): (?:\(.*?\) => )?['`][^'`\n]*：['`]/g)].map(([, name]) => name),
)

describe('a Chinese colon, which is as wide as a letter', () => {
  it('has no blank after it in any text', () => {
    for (const { path, text } of sources) expect(text.match(/.*：[ \u00a0].*/g), path).toBeNull()
  })

  it('nor before what a page shows after a text that ends in one', () => {
    expect(ending).toContain('needsPerson')
    const blank = new RegExp(
      `(?<!=)\\{(?:texts\\.)?(?:${ending.join('|')})(?:\\([^)]*\\))?\\}(?: |\\{' '\\}|\\s*\\{' ).*`,
      'g',
    )
    for (const { path, text } of sources) expect(text.match(blank), path).toBeNull()
  })
})
