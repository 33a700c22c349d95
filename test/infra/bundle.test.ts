import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { routes } from '../../functions/routes.ts'
import type { Bundles } from '../../infra/bundle.ts'
import { functions, purposeOf } from '../../infra/functions.ts'
import { shippedPackages } from '../../infra/shipped-packages.ts'
import { MOST_OWN_BYTES, MOST_STATIC_BYTES } from './code-budget.ts'

// Operators wait for nobody's cold start but their own.
const forUsers = routes.filter((route) => !route.sandboxOnly && route.caller !== 'operator')
const apiHandlers = [...new Set(forUsers.map((route) => route.fn))]

/** The bundles that the flow tests run. */
const bundles: Bundles = new Map(
  Object.keys(functions).map((name) => {
    const weight = inject('weights')[name]
    if (!weight) throw new Error(`${name} was not bundled`)
    return [name, { ...weight, folder: join(inject('assembly'), 'bundles', name) }]
  }),
)

/** Packages that the code of a function asks for by their name. */
const askedOf = (folder: string): string[] => {
  const lazy = readdirSync(join(folder, 'lazy')).map((file) => join('lazy', file))
  const names = ['index.mjs', ...lazy].flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/import\("([^".:][^":]*)"\)/g)].map(([, name = '']) => name),
  )
  return [...new Set(names)]
}

const isShipped = (name: string): boolean => shippedPackages.includes(name)

describe('the bundle of every function', () => {
  it('is one file within its budget at start', () => {
    for (const [name, { staticBytes, folder }] of bundles) {
      // Stand-ins are nobody's cold start.
      if (purposeOf(name).standIn) continue
      expect(staticBytes, name).toBeLessThanOrEqual(MOST_STATIC_BYTES)
      const beside = ['front-reference', 'pages-phone', 'pages-serve'].includes(name) ? ['assets'] : []
      const whole = askedOf(folder).some(isShipped) ? ['node_modules'] : []
      expect(readdirSync(folder)).toEqual([...beside, 'index.mjs', 'lazy', ...whole])
      expect(readFileSync(join(folder, 'index.mjs')).length).toBe(staticBytes)
    }
  })

  it('holds no more of our own code in an API handler than its budget', () => {
    const heavy = apiHandlers.filter((name) => (bundles.get(name)?.ownBytes ?? Infinity) > MOST_OWN_BYTES)
    expect(heavy).toEqual([])
  })

  it('holds neither the full zod nor anything of infra, and the stand-ins only in the sandbox', () => {
    for (const [name, { sources }] of bundles) {
      expect(sources.filter((source) => /zod\/(v4\/(classic|locales)|v3)\/|aws-cdk|^infra\//.test(source))).toEqual([])
      const foreign = name.startsWith('sandbox-') ? /^functions\/(?!sandbox\/|serve\.ts$)/ : /^functions\/sandbox\//
      expect(sources.filter((source) => foreign.test(source))).toEqual([])
    }
  })

  it('has beside it all that it can come to load, and nothing else', () => {
    const imports = /(?:import\(|from|import)\s*"(\.\.?\/[^"]+)"/g
    for (const [name, { folder }] of bundles) {
      const reached = new Set<string>()
      const follow = (file: string): void => {
        if (reached.has(file)) return
        reached.add(file)
        const code = readFileSync(join(folder, file), 'utf8')
        for (const [, path = ''] of code.matchAll(imports)) follow(join(dirname(file), path))
      }
      follow('index.mjs')
      const lazy = readdirSync(join(folder, 'lazy')).map((file) => join('lazy', file))
      expect(['index.mjs', ...lazy].toSorted(), name).toEqual([...reached].toSorted())
    }
  })

  it('asks for what is not deployed only where there are no credentials, or for streams of events', () => {
    const asked = new Set(
      [...bundles.values()].flatMap(({ folder }) => askedOf(folder)).filter((name) => !isShipped(name)),
    )
    expect([...asked].toSorted()).toEqual([
      '@aws-sdk/credential-provider-http',
      '@aws-sdk/credential-provider-ini',
      '@aws-sdk/credential-provider-process',
      '@aws-sdk/credential-provider-sso',
      '@aws-sdk/credential-provider-web-identity',
      '@smithy/core/event-streams',
      '@smithy/credential-provider-imds',
    ])
  })

  it('holds its own table row and not the whole route table', () => {
    for (const [name, { sources }] of bundles) expect(sources, name).not.toContain('functions/routes.ts')
  })
})
