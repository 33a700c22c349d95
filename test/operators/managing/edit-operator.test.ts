import { describe, expect, it } from 'vitest'
import { readEnrolment } from '../../../functions/operators/enrolment/read-enrolment.ts'
import { operatorKeys } from '../../../functions/operators/keys.ts'
import { createInvitation, createLink, createRescue } from '../../../functions/operators/managing/create-invitation.ts'
import { editOperator } from '../../../functions/operators/managing/edit-operator.ts'
import { listOperators } from '../../../functions/operators/managing/list-operators.ts'
import { type KeptPerson, keptPersonOf, personOf } from '../../../functions/operators/operator-store.ts'
import { DAY } from '../../../shared/kernel/time.ts'
import { codeOf, refusalOf, valueIn } from '../../kit.ts'
import { adminsAt, BOSS, deedsAbout, enrolled, invited, signIn, takeLink, type World, world } from '../fixture.ts'

const edit = (at: World, name: string, change: { role?: 'support' | 'admin'; status?: 'active' | 'disabled' }) =>
  editOperator(at, BOSS, { name, reason: '调整', ...change })

describe('an operator', () => {
  it('is invited under a name that nobody ever had', async () => {
    const at = world()
    await enrolled(at)
    valueIn(await edit(at, 'lin', { status: 'disabled' }))
    const again = await createInvitation(at, BOSS, { name: 'lin', role: 'support', reason: '另一个人' })
    expect(codeOf(again)).toBe('operator_exists')
  })

  it('is given a role, kept out and let in again, once for each click, with what they sign in with', async () => {
    const at = world()
    const lin = await enrolled(at)
    expect(valueIn(await edit(at, 'lin', { role: 'support' }))).toMatchObject({ role: 'support', status: 'active' })
    expect(valueIn(await edit(at, 'lin', { role: 'support' }))).toMatchObject({ role: 'support', status: 'active' })
    for (const _ of [1, 2])
      expect(valueIn(await edit(at, 'lin', { status: 'disabled' }))).toMatchObject({ status: 'disabled' })
    expect(codeOf(await signIn(at, lin))).toBe('credentials_wrong')
    valueIn(await edit(at, 'lin', { status: 'active', role: 'admin' }))
    valueIn(await signIn(at, lin))
    expect(await adminsAt(at)).toBe(1)
    expect(deedsAbout(at, 'lin').filter((deed) => !deed.startsWith('operator_sign_in'))).toEqual([
      'operator_invite finance',
      'operator_link_open',
      'operator_enrol',
      'operator_role support',
      'operator_disable support',
      'operator_enable admin',
    ])
  })

  it('is told with who invited them and since when they stand as they do, which another role does not change', async () => {
    const at = world()
    const start = at.time.now
    await enrolled(at)
    const told = async () => valueIn(await listOperators(at, { limit: 10 })).operators.at(0)
    expect(await told()).toMatchObject({ invitedBy: BOSS, createdAt: start, statusAt: start })
    at.time.now = start + DAY
    expect(valueIn(await edit(at, 'lin', { status: 'disabled' }))).toMatchObject({ statusAt: start + DAY })
    at.time.now = start + 2 * DAY
    expect(valueIn(await edit(at, 'lin', { role: 'support' }))).toMatchObject({ statusAt: start + DAY })
    expect(await told()).toMatchObject({ invitedBy: BOSS, statusAt: start + DAY })
    valueIn(await edit(at, 'lin', { status: 'active' }))
    expect(valueIn(await createLink(at, BOSS, { name: 'lin', reason: '换手机' })).person).toMatchObject({
      ...{ invitedBy: BOSS, status: 'invited', statusAt: start + 2 * DAY },
    })
    expect(await told()).toMatchObject({ statusAt: start + 2 * DAY })
    const kept = keptPersonOf(await at.table.get(operatorKeys.person('lin'))) as KeptPerson
    const older = personOf({ ...kept, statusAt: undefined, invitedBy: undefined })
    expect(older).toMatchObject({ invitedBy: undefined, statusAt: start })
    const kinds = ['zhao', 'command-line'].map((invitedBy) => personOf({ ...kept, invitedBy }).invitedBy?.kind)
    expect(kinds, 'what was kept before kinds were').toEqual(['operator', 'service'])
  })

  it('who never enrolled needs a link to be let in', async () => {
    const at = world()
    await invited(at)
    expect(codeOf(await edit(at, 'lin', { status: 'active' }))).toBe('operator_not_enrolled')
    valueIn(await edit(at, 'lin', { status: 'disabled' }))
    expect(codeOf(await createLink(at, BOSS, { name: 'lin', reason: '再发' }))).toBe('operator_disabled')
    expect(valueIn(await edit(at, 'lin', { status: 'active' }))).toMatchObject({ status: 'invited' })
    const { token } = valueIn(await createLink(at, BOSS, { name: 'lin', reason: '再发' }))
    await takeLink(at, token)
  })

  it.each([
    ['being disabled and enabled again', [{ status: 'disabled' }, { status: 'active' }]],
    ['another role', [{ role: 'admin' }]],
  ] as const)('whose link was not taken has it no more after %s', async (_what, changes) => {
    const at = world()
    const token = await invited(at)
    for (const change of changes) expect(valueIn(await edit(at, 'lin', change)).linkUntil).toBeUndefined()
    const kept = await at.table.get(operatorKeys.person('lin'))
    expect(kept).toMatchObject({ status: 'invited' })
    expect(kept).not.toHaveProperty('linkHash')
    expect(codeOf(await readEnrolment(at, token))).toBe('enrolment_spent')
  })

  it('who is the admin themselves is changed by another', async () => {
    const at = world()
    await enrolled(at, 'chen', 'admin')
    await enrolled(at, 'lin', 'admin')
    const self = { kind: 'operator', id: 'lin' } as const
    expect(codeOf(await editOperator(at, self, { name: 'lin', role: 'support', reason: '调整' }))).toBe('own_operator')
    expect(codeOf(await createLink(at, self, { name: 'lin', reason: '换手机' }))).toBe('own_operator')
    // The command line, and a key of that name, are somebody else.
    const key = { kind: 'operator_key', id: 'lin' } as const
    expect(codeOf(await createLink(at, key, { name: 'lin', reason: '换手机' }))).toBe('ok')
  })

  it.each(['command-line', 'verification-check', 'operators-sign-in'])(
    'is not invited under a name by which records call something of ours: %s',
    async (name) => {
      const invitation = { name, role: 'support', reason: '新同事' } as const
      expect(refusalOf(await createInvitation(world(), BOSS, invitation)).fields).toMatchObject([
        { pointer: '/name', code: 'operator_name_reserved' },
      ])
    },
  )

  it('who lost a phone begins anew by a link, and what they had counts no more', async () => {
    const at = world()
    const before = await enrolled(at)
    const { token } = valueIn(await createLink(at, BOSS, { name: 'lin', reason: '换手机' }))
    expect(await at.table.get(operatorKeys.person('lin'))).toMatchObject({ status: 'invited' })
    expect(codeOf(await signIn(at, before))).toBe('credentials_wrong')
    const after = await takeLink(at, token)
    at.time.now += 60_000
    expect(codeOf(await signIn(at, before))).toBe('credentials_wrong')
    valueIn(await signIn(at, after))
  })

  it('is not found where nobody is', async () => {
    const at = world()
    expect(codeOf(await edit(at, 'lin', { role: 'admin' }))).toBe('not_found')
    expect(codeOf(await createLink(at, BOSS, { name: 'lin', reason: 'x' }))).toBe('not_found')
  })

  it('is listed with all others, who came first first', async () => {
    const at = world()
    await enrolled(at, 'chen', 'admin')
    await enrolled(at, 'lin')
    await invited(at, 'sun')
    const listed = valueIn(await listOperators(at, { limit: 2 }))
    expect(listed.operators.map(({ name, status }) => `${name} ${status}`)).toEqual(['chen active', 'lin active'])
    const cursor = listed.nextCursor ?? ''
    const rest = valueIn(await listOperators(at, { limit: 2, cursor }))
    expect(rest.operators.map(({ name, status }) => `${name} ${status}`)).toEqual(['sun invited'])
    expect(rest.nextCursor).toBeNull()
    expect(codeOf(await listOperators(at, { limit: 2, cursor: 'x' }))).toBe('invalid_cursor')
    expect(JSON.stringify(listed)).not.toMatch(/hash|totp|salt/)
  })
})

describe('the last admin who can sign in', () => {
  it.each([
    ['be disabled', (at: World) => edit(at, 'chen', { status: 'disabled' })],
    ['get another role', (at: World) => edit(at, 'chen', { role: 'support' })],
    ['be reset', (at: World) => createLink(at, BOSS, { name: 'chen', reason: '换手机' })],
  ])('cannot %s, while one who was only invited does not count', async (_what, deed) => {
    const at = world()
    await enrolled(at, 'chen', 'admin')
    const second = await invited(at, 'lin', 'admin')
    expect(codeOf(await deed(at))).toBe('last_admin')
    await takeLink(at, second)
    expect(codeOf(await deed(at))).toBe('ok')
    expect(await adminsAt(at)).toBe(1)
  })

  it('is left where two disable each other at once', async () => {
    const at = world()
    await enrolled(at, 'chen', 'admin')
    await enrolled(at, 'lin', 'admin')
    const both = await Promise.all([edit(at, 'chen', { status: 'disabled' }), edit(at, 'lin', { role: 'support' })])
    expect(both.map(codeOf).toSorted()).toEqual(['last_admin', 'ok'])
    expect(await adminsAt(at)).toBe(1)
  })

  it('is helped by whoever may write to the table, and counts again once they have enrolled', async () => {
    const at = world()
    await enrolled(at, 'chen', 'admin')
    const rescued = valueIn(await createRescue(at, BOSS, { name: 'chen', role: 'admin', reason: '丢失手机' }))
    expect(await adminsAt(at)).toBe(0)
    await takeLink(at, rescued.token)
    expect(await adminsAt(at)).toBe(1)
    const fresh = valueIn(await createRescue(at, BOSS, { name: 'sun', role: 'support', reason: '第一次' }))
    expect(fresh.person).toMatchObject({ name: 'sun', role: 'support', status: 'invited' })
  })
})
