import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pageRoutes } from '../../functions/pages/pages.route.ts'
import { queues } from '../../functions/queues.ts'
import { routes } from '../../functions/routes.ts'
import { schedules } from '../../functions/schedules.ts'
import type { SecretName } from '../../infra/config.ts'
import { functions, handlerPath, purposeOf } from '../../infra/functions.ts'
import { planFor } from '../../infra/plan.ts'
import type { Route } from '../../shared/http/route.ts'

const FOLDER = join(import.meta.dirname, '../../functions')
const tables = { routes: [...routes, ...pageRoutes], queues, schedules }
const row = {
  fn: 'overview-read',
  method: 'GET',
  path: '/x',
  caller: 'session',
  name: 'test',
  summary: '',
  answers: {},
} as const

const namesIn = (stage: 'sandbox' | 'production'): string[] =>
  planFor(tables, stage).capabilities.flatMap((capability) => capability.functions.map((fn) => fn.name))

describe('the functions of infra', () => {
  it('have a handler each, and every handler is one of them', () => {
    const handlers = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.handler.ts'),
    )
    expect(Object.keys(functions).map(handlerPath).toSorted()).toEqual(handlers.toSorted())
  })

  it('are reached by a route, a queue or a schedule each', () => {
    expect(namesIn('sandbox').toSorted()).toEqual(Object.keys(functions).toSorted())
  })

  it('are woken by the sweep for whatever is owed', () => {
    const served = queues.filter((row) => !row.sandboxOnly).map(({ queue }) => queue)
    expect(purposeOf('upkeep-sweep').sends?.toSorted()).toEqual(served.toSorted())
  })

  it('may read what their callers show', () => {
    const needing = (callers: Route['caller'][]) =>
      routes.filter((route) => callers.includes(route.caller)).map((route) => purposeOf(route.fn))
    for (const { items } of needing(['session', 'session_or_platform', 'session_or_token', 'token']))
      expect([...(items?.get ?? []), ...(items?.getMany ?? []), ...(items?.delete ?? [])]).toContain('ACCOUNT')
    for (const { secrets } of needing(['platform', 'session_or_platform'])) expect(secrets).toContain('SECRET_PLATFORM')
  })
})

describe('the plan of a stage', () => {
  it('leaves everything of the sandbox out of production', () => {
    const plan = planFor(tables, 'production')
    const left = namesIn('sandbox').filter((name) => !namesIn('production').includes(name))
    expect(left.toSorted()).toEqual(
      Object.keys(functions)
        .filter((name) => name.startsWith('sandbox-') || name === 'pages-phone')
        .toSorted(),
    )
    expect(plan.queues.map((queue) => queue.name)).toEqual([
      'orders',
      'checks',
      'faces',
      'evidence',
      'clashes',
      'materials',
      'refunds',
      'deliveries',
      'complaints',
      'applications',
      'texts',
      'certificates',
      'reviews',
      'outboxes',
      'webhooks',
      'reconciliations',
    ])
  })

  it('looks for complaints only where there is an account that can get some', () => {
    const watches = (...unused: SecretName[]): boolean =>
      planFor(tables, 'production', unused).capabilities.some(({ functions: all }) =>
        all.some(({ name }) => name === 'complaints-watch'),
      )
    expect([watches(), watches('SECRET_ALIPAY'), watches('SECRET_WECHAT_PAY')]).toEqual([true, true, false])
  })

  it('refuses a stand-in in production that is not marked as such', () => {
    const stray: Route = { ...row, fn: 'sandbox-control' }
    expect(() => planFor({ ...tables, routes: [...routes, stray] }, 'production')).toThrow(
      'sandbox-control is a stand-in',
    )
  })

  it('refuses a function whose purpose is not written down', () => {
    const stray: Route = { ...row, fn: 'account-unknown' }
    expect(() => planFor({ ...tables, routes: [stray] }, 'sandbox')).toThrow('account-unknown')
  })
})
