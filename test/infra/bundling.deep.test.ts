import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { bundle } from '../../infra/bundle.ts'
import { handlerPath } from '../../infra/functions.ts'

const HANDLERS = join(import.meta.dirname, '../../functions')
const entriesOf = (names: string[]) =>
  Object.fromEntries(names.map((name) => [name, join(HANDLERS, handlerPath(name))]))

const folder = mkdtempSync(join(tmpdir(), 'shiming-bundle-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('bundling', () => {
  it('gives the same bytes wherever it happens', async () => {
    const names = ['account-sessions', 'verification-check']
    const bytes = async (where: string) => {
      const made = await bundle(entriesOf(names), join(folder, where))
      const maps = { folder: join(folder, where, 'maps') }
      return [...made.values(), maps].flatMap(({ folder }) =>
        readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((file) => file.isFile())
          .map((file) => [file.name, readFileSync(join(file.parentPath, file.name), 'utf8')])
          .toSorted(),
      )
    }
    expect(await bytes('here')).toEqual(await bytes('some/where/else'))
  })

  it('leaves what is imported dynamically out of what is loaded at start', async () => {
    writeFileSync(join(folder, 'late.ts'), `export const late = 'only when needed'`)
    writeFileSync(
      join(folder, 'entry.ts'),
      `export const handler = async () => (await import('./late.ts')).late + ' and now'`,
    )
    const made = (await bundle({ entry: join(folder, 'entry.ts') }, join(folder, 'lazy-test'))).get('entry')
    const index = join(made?.folder ?? '', 'index.mjs')
    expect(readFileSync(index, 'utf8')).not.toContain('only when needed')
    const { handler } = await import(index)
    expect(await handler()).toBe('only when needed and now')
  })

  it('says which file does not build', async () => {
    writeFileSync(join(folder, 'broken.ts'), `import './missing.ts'`)
    await expect(bundle({ broken: join(folder, 'broken.ts') }, join(folder, 'broken'))).rejects.toThrow(/missing\.ts/)
  })
})
