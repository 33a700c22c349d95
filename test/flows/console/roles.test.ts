import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Instance } from '../instance.ts'
import { sharedInstance } from '../shared-instance.ts'
import { doorOf, everyRoleAt, roles, roleTable, rows } from './role-table.ts'

let instance: Instance
let at: Awaited<ReturnType<typeof everyRoleAt>>

beforeAll(async () => {
  instance = await sharedInstance()
  at = await everyRoleAt(instance)
})
afterAll(async () => {
  expect(await instance.end(), 'P11 plaintext identity').toEqual([])
})

describe('the table of roles', () => {
  it('has every route for operators', () => {
    expect(Object.keys(roleTable).toSorted()).toEqual(rows.map(([name]) => name).toSorted())
  })
})

describe('who has just signed in', () => {
  it.each(rows)('gets in where their role may, and nowhere else: %s', async (name, route) => {
    const [who = ''] = roleTable[name] ?? []
    for (const role of roles) {
      const reply = await at.askAs(route, at.tokenOf(role))
      expect({ role, door: doorOf(reply) }).toEqual({
        role,
        door: who.includes(role[0] ?? '') ? 'in' : 'right_missing',
      })
      if (doorOf(reply) === 'right_missing') expect(reply.status).toBe(403)
    }
  })
})
