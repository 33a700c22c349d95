import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { routes } from '../../functions/routes.ts'
import { type Bundles, bundle } from '../../infra/bundle.ts'
import { functions, handlerPath, purposeOf } from '../../infra/functions.ts'

const KB = 1000
const HANDLERS = join(import.meta.dirname, '../../functions')
const entriesOf = (names: string[]) =>
  Object.fromEntries(names.map((name) => [name, join(HANDLERS, handlerPath(name))]))
// Operators wait for nobody's cold start but their own.
const forUsers = routes.filter((route) => !route.sandboxOnly && route.caller !== 'operator')
const apiHandlers = [...new Set(forUsers.map((route) => route.fn))]

const folder = mkdtempSync(join(tmpdir(), 'shiming-bundle-test-'))
/** The bundles that the flow tests run. */
const bundles: Bundles = new Map(
  Object.keys(functions).map((name) => {
    const weight = inject('weights')[name]
    if (!weight) throw new Error(`${name} was not bundled`)
    return [name, { ...weight, folder: join(inject('assembly'), 'bundles', name) }]
  }),
)
afterAll(() => rmSync(folder, { recursive: true }))

describe('the bundle of every function', () => {
  it('is one file of at most 350 KB at start', () => {
    for (const [name, { staticBytes, folder }] of bundles) {
      // Stand-ins are nobody's cold start.
      if (purposeOf(name).standIn) continue
      expect(staticBytes, name).toBeLessThanOrEqual(350 * KB)
      expect(readdirSync(folder)).toEqual(['index.mjs', 'lazy'])
      expect(readFileSync(join(folder, 'index.mjs')).length).toBe(staticBytes)
    }
  })

  it('holds at most 40 KB of our own code in an API handler', () => {
    const heavy = apiHandlers.filter((name) => (bundles.get(name)?.ownBytes ?? Infinity) > 40 * KB)
    expect(heavy).toEqual([])
  })

  it('holds neither the full zod nor anything of infra, and the stand-ins only in the sandbox', () => {
    for (const [name, { sources }] of bundles) {
      expect(sources.filter((source) => /zod\/(v4\/(classic|locales)|v3)\/|aws-cdk|^infra\//.test(source))).toEqual([])
      const foreign = name.startsWith('sandbox-') ? /^functions\/(?!sandbox\/)/ : /^functions\/sandbox\//
      expect(sources.filter((source) => foreign.test(source))).toEqual([])
    }
  })

  it('holds its own table row and not the whole route table', () => {
    for (const [name, { sources }] of bundles) expect(sources, name).not.toContain('functions/routes.ts')
  })
})

describe('bundling', () => {
  it('gives the same bytes wherever it happens', async () => {
    const names = ['account-sign-out', 'verification-check']
    const bytes = async (where: string) => {
      const made = await bundle(entriesOf(names), join(folder, where))
      return [...made.values()].flatMap(({ folder }) =>
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
