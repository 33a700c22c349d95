import { beforeAll, describe, expect, it } from 'vitest'
import { doorsOf } from '../../infra/doors.ts'
import type { PlannedFunction } from '../../infra/plan.ts'
import { type Route, route } from '../../shared/http/route.ts'
import { router } from '../../shared/http/routing.ts'
import { real } from './stages.ts'
import { functionAt, ofType, type Templates, templatesOf } from './templates.ts'

const keyOf = ({ method, path }: Pick<Route, 'method' | 'path'>): string => `${method} ${path}`
const row = (method: Route['method'], path: string): Route =>
  route({ fn: 'test-fn', method, path, caller: 'anyone', name: 'test', summary: '', answers: {} })

describe('the doors of a function', () => {
  const rows = [
    row('GET', '/a'),
    row('GET', '/a/b'),
    row('POST', '/a/{id}/c'),
    row('GET', '/ab/c'),
    row('ANY', '/a/d/{proxy+}'),
  ]
  const keys = (doors: readonly string[], others: readonly string[] = []) =>
    doorsOf(rows, doors, [...doors, ...others]).map((door) => [keyOf(door), ...door.rows])

  it('are its rows where it has none', () => {
    expect(keys([])).toEqual(rows.map((one) => [keyOf(one), one]))
  })

  it('lead to all its rows beneath a path: not to the path itself, to none that only begins like it, and to none that is greedy', () => {
    const [a, b, c, ab, greedy] = rows
    const found = new Map(keys(['/a']).map(([key, ...to]) => [key, to]))
    expect(found).toEqual(
      new Map<unknown, unknown[]>([
        ['GET /a', [a]],
        ['ANY /a/{proxy+}', [b, c]],
        ['GET /ab/c', [ab]],
        ['ANY /a/d/{proxy+}', [greedy]],
      ]),
    )
  })

  it('lead past what is beneath a deeper door of somebody else', () => {
    const [, b, c] = rows
    expect(keys(['/a'], ['/a/{id}', '/'])).toContainEqual(['POST /a/{id}/c', c])
    expect(keys(['/a'], ['/a/{id}', '/'])).toContainEqual(['ANY /a/{proxy+}', b])
  })

  it('are not made where nothing is beneath', () => {
    expect(keys(['/z']).length).toBe(rows.length)
  })
})

let stages: [string, Templates][]
beforeAll(async () => {
  stages = [
    ['sandbox', await templatesOf('sandbox')],
    ['production', await templatesOf('production', real)],
  ]
})

const functionsOf = ({ plan }: Templates): PlannedFunction[] => plan.capabilities.flatMap(({ functions }) => functions)

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']

/** Addresses of a row, and such beside it that may be none: one part more, one less, a slash at the end, another parameter. */
const probesOf = ({ path }: Route): string[] => {
  const at = path.replaceAll(/\{\w+\+?\}/g, 'x-1')
  return [at, `${at}/`, `${at}/x-2`, at.replace(/\/[^/]*$/, ''), at.replace(/[^/]*$/, 'x-4')]
}

/** What a stage serves at an address, by its templates and by what its functions bind: the key of the row and the function. */
const servedBy = (stage: string, all: Templates) => {
  const integrations = new Map(
    ofType(all, 'AWS::ApiGatewayV2::Integration').map((one) => [
      `integrations/${one.stack}/${one.id}`,
      functionAt(all, String(one.properties.IntegrationUri).replace(/\.Arn$/, '')),
    ]),
  )
  const gateway = router(
    ofType(all, 'AWS::ApiGatewayV2::Route').map(({ properties }) => ({
      routeKey: String(properties.RouteKey),
      fn: String(integrations.get(String(properties.Target))),
    })),
  )
  const behind = new Map(
    functionsOf(all).map(({ name, routes }) => {
      const rows = routes.map((one) => ({ routeKey: keyOf(one) }))
      return [`shiming-${stage}-${name}`, { keys: new Set(rows.map((one) => one.routeKey)), choose: router(rows) }]
    }),
  )
  return (method: string, path: string): { key: string; fn: string; isDoor: boolean } | undefined => {
    const met = gateway(method, path)?.row
    const fn = met && behind.get(met.fn)
    if (!fn) return undefined
    const isDoor = !fn.keys.has(met.routeKey)
    const key = isDoor ? fn.choose(method, path)?.row.routeKey : met.routeKey
    return key === undefined ? undefined : { key, fn: met.fn, isDoor }
  }
}

describe('the gateway', () => {
  it('has no row behind a door that has an id of somebody else in its path, in which there may be a slash', () => {
    for (const [, all] of stages)
      for (const { path, rows } of functionsOf(all).flatMap(({ doors }) => doors))
        if (path.endsWith('/{proxy+}'))
          expect(rows.filter((one) => one.path !== path && one.path.includes('{externalId}'))).toEqual([])
  })

  it('leads every method of every address to the row of the table, or to none, as if each had a route', () => {
    for (const [stage, all] of stages) {
      const functions = functionsOf(all)
      const table = functions.flatMap(({ name, routes }) =>
        routes.map((one) => ({ routeKey: keyOf(one), fn: `shiming-${stage}-${name}` })),
      )
      const [asTable, served] = [router(table), servedBy(stage, all)]
      const rows = functions.flatMap(({ routes }) => routes)
      const asked = [...new Set(rows.flatMap(probesOf))].flatMap((path) =>
        methods.map((method) => [method, path] as const),
      )
      const answers = asked.map(([method, path]) => {
        const [wanted, found] = [asTable(method, path)?.row, served(method, path)]
        const isRight = wanted?.routeKey === found?.key && wanted?.fn === found?.fn
        return { isRight, isDoor: found?.isDoor, what: `${method} ${path}: ${found?.key} and not ${wanted?.routeKey}` }
      })
      expect(
        answers.filter(({ isRight }) => !isRight).map(({ what }) => what),
        stage,
      ).toEqual([])
      expect(answers.filter(({ isDoor }) => isDoor).length, stage).toBeGreaterThan(50)
      expect(answers.filter(({ isDoor }) => isDoor === undefined).length, stage).toBeGreaterThan(1000)
    }
  })

  it('gives pages behind a door one share together, and has nothing else behind a door that has a share of its own', () => {
    for (const [, all] of stages)
      for (const { name, doors } of functionsOf(all))
        for (const { caller, sandboxOnly } of doors.filter((one) => one.rows.length > 1).flatMap((one) => one.rows))
          if (name !== 'pages-serve' && !sandboxOnly) expect(['anyone', 'channel'], name).not.toContain(caller)
  })
})
