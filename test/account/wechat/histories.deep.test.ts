import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sendSmsCode } from '../../../functions/account/codes/send-sms-code.ts'
import { unbindWechat } from '../../../functions/account/wechat/binding/unbind-wechat.ts'
import { openBinding } from '../../../functions/account/wechat/visits/open-visit.ts'
import type { VisitWay } from '../../../functions/account/wechat/visits/visit.ts'
import type { Table } from '../../../shared/table/table.ts'
import { OTHER_PHONE, PHONE } from '../../kit.ts'
import { claimOf, lastCode, signedInAs } from '../fixture.ts'
import { type Browser, bindingNow, comeBack, leave, prove, type VisitWorld, visitWorld } from './visits/fixture.ts'

type Deed =
  | { does: 'visits'; who: string; way: VisitWay; joins: boolean; phone: string }
  | { does: 'binds'; who: string; way: VisitWay; phone: string }
  | { does: 'unbinds'; phone: string }

const people = fc.constantFrom('周', '吴')
const ways = fc.constantFrom<VisitWay>('website', 'in_wechat')
const phones = fc.constantFrom(PHONE, OTHER_PHONE)

const deeds: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    does: fc.constant('visits' as const),
    who: people,
    way: ways,
    joins: fc.boolean(),
    phone: phones,
  }),
  fc.record({ does: fc.constant('binds' as const), who: people, way: ways, phone: phones }),
  fc.record({ does: fc.constant('unbinds' as const), phone: phones }),
)

/** A table that lets others go on before each call, so often as `turns` says next. */
const slow = (table: Table, turns: readonly number[]): Table => {
  let call = 0
  const after = async <T>(ask: () => Promise<T>): Promise<T> => {
    call += 1
    for (let turn = turns[call % turns.length] ?? 0; turn > 0; turn -= 1) await new Promise(setImmediate)
    return ask()
  }
  return {
    ...table,
    get: (key) => after(() => table.get(key)),
    getMany: (keys) => after(() => table.getMany(keys)),
    query: (of) => after(() => table.query(of)),
    update: (write) => after(() => table.update(write)),
    commit: (writes) => after(() => table.commit(writes)),
  }
}

const proofOf = async (at: VisitWorld, token: string, phone: string) => {
  await sendSmsCode(at, { phone, caller: claimOf(token), sourceIp: '192.0.2.1' })
  return { phone, smsCode: lastCode(at, phone) }
}

/** Tokens of the two accounts there are, by their numbers. */
type Accounts = ReadonlyMap<string, { token: string; accountId: string }>

/** Does one thing; what is refused is nothing that happens. */
const perform = async (at: VisitWorld, here: VisitWorld, accounts: Accounts, deed: Deed): Promise<void> => {
  const { token = '' } = accounts.get(deed.phone) ?? {}
  if (deed.does === 'visits') {
    const browser = await leave(here, {}, deed.way)
    const { end } = await comeBack(here, browser, deed.who)
    if (end === 'unknown' && deed.joins) await prove(here, browser, deed.phone).catch(() => undefined)
    return
  }
  const proof = await proofOf(at, token, deed.phone)
  if (deed.does === 'unbinds') {
    await unbindWechat(here, claimOf(token), proof)
    return
  }
  const opened = await openBinding(here, claimOf(token), { way: deed.way, mark: undefined, proof })
  if (!opened.ok) return
  const state = new URL(opened.value.url).searchParams.get('state') ?? ''
  const browser: Browser = { mark: opened.value.mark, token, state }
  await comeBack(here, browser, deed.who)
}

/** What must hold of the whole table at any rest. */
const holds = async (at: VisitWorld, accounts: Accounts): Promise<void> => {
  const users = at.memory.items().filter(({ pk }) => pk.startsWith('WECHATUSER#'))
  const led = new Map(users.map(({ pk, accountId }) => [pk, String(accountId)]))
  const wanted = new Map<string, string>()
  for (const { accountId } of accounts.values()) {
    const binding = await bindingNow(at, accountId)
    for (const { appId, user } of binding?.users ?? []) wanted.set(`WECHATUSER#${appId}#${user}`, accountId)
    if (binding?.union !== undefined) wanted.set(`WECHATUSER#UNION#${binding.union}`, accountId)
    const told = at.memory
      .items()
      .flatMap(({ pk, pending }) => (pk.includes(accountId) && Array.isArray(pending) ? pending : []))
    const balance = told.reduce((sum: number, one) => {
      const { type } = Object(one)
      if (type === 'wechat.unbound') return 0
      return type === 'wechat.bound' ? sum + 1 : sum
    }, 0)
    // Each app has one user at most; a user who was known at the other app is known here without being told.
    expect(balance > 0).toBe(binding !== undefined)
    expect(new Set(binding?.users.map(({ appId }) => appId)).size).toBe(binding?.users.length ?? 0)
    const byWechat = at.memory
      .items()
      .filter(({ pk, sk, by }) => pk === `ACCOUNT#${accountId}` && sk.startsWith('SESSION#') && by === 'wechat')
    if (!binding) expect(byWechat).toEqual([])
  }
  expect(led).toEqual(wanted)
}

describe('W1 whatever is done to two accounts by two WeChat users, at once and one after the other', () => {
  it('leaves every WeChat user with the account that lets them in, and nobody in by WeChat who was unbound', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(deeds, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
        fc.array(fc.nat({ max: 3 }), { minLength: 5, maxLength: 17 }),
        fc.subarray<VisitWay>(['website', 'in_wechat']),
        async (rounds, turns, tells) => {
          const at = visitWorld()
          at.weixin.tells = tells
          const accounts: Accounts = new Map([
            [PHONE, await signedInAs(at)],
            [OTHER_PHONE, await signedInAs(at, OTHER_PHONE)],
          ])
          const here = { ...at, table: Object.assign(slow(at.memory, turns), { items: at.memory.items }) }
          for (const round of rounds) {
            at.time.now += 2 * at.settings.sms.spacingMs
            await Promise.all(round.map((deed) => perform(at, here, accounts, deed).catch(() => undefined)))
            await holds(at, accounts)
          }
        },
      ),
      { numRuns: 150 },
    )
  })
})
