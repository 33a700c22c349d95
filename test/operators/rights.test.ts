import { describe, expect, it } from 'vitest'
import { hasRight, type Role, rights, rightsOf } from '../../functions/operators/rights.ts'
import { routes } from '../../functions/routes.ts'
import { kindsOf } from '../../shared/http/route.ts'

const roles: readonly Role[] = ['support', 'reviewer', 'finance', 'admin', 'machine']

/** Said a second time: what each role may do, and so what it may not. */
const table: Record<string, string> = {
  own_session: 'support reviewer finance admin',
  see_orders: 'support reviewer finance admin machine',
  see_people: 'support reviewer admin',
  reveal_people: 'reviewer admin',
  see_pictures: 'reviewer admin',
  answer_complaints: 'support admin machine',
  decide_bans: 'reviewer admin machine',
  answer_help: 'support reviewer admin',
  review_cases: 'reviewer admin',
  move_money: 'finance admin machine',
  approve_money: 'finance admin',
  keep_books: 'finance admin machine',
  see_systems: 'support reviewer finance admin machine',
  replay_letters: 'admin machine',
  manage_webhooks: 'admin machine',
  see_deeds: 'support reviewer finance admin machine',
  manage_operators: 'admin',
}

describe('a right', () => {
  it.each(Object.entries(table))('%s is that of %s', (right, who) => {
    expect(roles.filter((role) => hasRight(role, right)).join(' ')).toBe(who)
  })

  it('is one of these, and nobody has one that is none', () => {
    expect([...rights].toSorted()).toEqual(Object.keys(table).toSorted())
    for (const none of [undefined, '', 'toString', '__proto__', 'move_money ', 'MOVE_MONEY'])
      expect(roles.filter((role) => hasRight(role, none))).toEqual([])
  })

  it('is told with the role, in the order of the table', () => {
    expect(rightsOf('finance')).toEqual([
      ...['own_session', 'see_orders', 'move_money', 'approve_money', 'keep_books', 'see_systems', 'see_deeds'],
    ])
  })
})

describe('separation of duties', () => {
  it('finance sees no identity, reviewers and support move no money, machines neither see people nor approve', () => {
    for (const right of ['see_people', 'reveal_people', 'decide_bans']) expect(hasRight('finance', right)).toBe(false)
    for (const right of ['move_money', 'approve_money', 'keep_books']) {
      expect(hasRight('reviewer', right)).toBe(false)
      expect(hasRight('support', right)).toBe(false)
    }
    for (const right of ['own_session', 'see_people', 'reveal_people', 'approve_money', 'manage_operators'])
      expect(hasRight('machine', right)).toBe(false)
  })
})

describe('the routes for operators', () => {
  it('each name a right there is; no other route does, and none is for operators in one of several forms', () => {
    for (const { caller, right, name } of routes) {
      expect(caller === 'operator', name).toBe(right !== undefined)
      if (right !== undefined) expect(rights, name).toContain(right)
      if (typeof caller !== 'string') expect(kindsOf(caller), name).not.toContain('operator')
    }
  })
})
