import { describe, expect, it } from 'vitest'
import { sendSmsCode } from '../../../../functions/account/codes/send-sms-code.ts'
import { indexLastFour } from '../../../../functions/account/numbers/index-last-four.ts'
import { authenticate } from '../../../../functions/account/sessions/authenticate.ts'
import { readBinding } from '../../../../functions/account/wechat/binding/read-binding.ts'
import { unbindWechat } from '../../../../functions/account/wechat/binding/unbind-wechat.ts'
import { openBinding } from '../../../../functions/account/wechat/visits/open-visit.ts'
import { settingsOf } from '../../../../functions/settings.ts'
import { HOUR } from '../../../../shared/kernel/time.ts'
import { codeOf, OTHER_PHONE, PHONE, refusalOf, valueIn } from '../../../kit.ts'
import { claimOf, lastCode, otherThan, signedInAs } from '../../fixture.ts'
import { decide, redeem, shown, take } from '../../scan/fixture.ts'
import {
  announcedIn,
  type Browser,
  bindingNow,
  comeBack,
  known,
  leave,
  lettersOf,
  ownersIn,
  prove,
  sessionsIn,
  type VisitWorld,
  visit,
  visitWorld,
} from '../visits/fixture.ts'

/** The same world, where codes are shown besides. */
const scanning = (at: VisitWorld) => {
  const { scans } = settingsOf('sandbox', undefined)
  return { ...at, settings: { ...at.settings, scans }, publicUrl: 'https://id.example.cn' }
}

/** The proof of somebody who is signed in: a code sent to that number in their session. */
const proofOf = async (at: VisitWorld, token: string, phone = PHONE) => {
  at.time.now += at.settings.sms.spacingMs
  valueIn(await sendSmsCode(at, { phone, caller: claimOf(token), sourceIp: '192.0.2.1' }))
  return { phone, smsCode: lastCode(at, phone) }
}

const begin = async (at: VisitWorld, token: string, proof: Awaited<ReturnType<typeof proofOf>>): Promise<Browser> => {
  const { url, mark } = valueIn(await openBinding(at, claimOf(token), { way: 'website', mark: undefined, proof }))
  return { mark, token, state: new URL(url).searchParams.get('state') ?? '' }
}

/** Binds somebody to the account of a session, after its proof. */
const bind = async (at: VisitWorld, token: string, who: string, phone = PHONE) =>
  comeBack(at, await begin(at, token, await proofOf(at, token, phone)), who)

const unbind = async (at: VisitWorld, token: string, phone = PHONE) =>
  unbindWechat(at, claimOf(token), await proofOf(at, token, phone))

describe('W1 binding WeChat to the account that is signed in', () => {
  it('takes a second proof, and lets them in from then on; told by a letter and an event', async () => {
    const at = visitWorld()
    const { token, accountId } = await signedInAs(at)
    expect(await bind(at, token, '周')).toMatchObject({ end: 'bound', visit: { purpose: 'bind' } })
    expect(lettersOf(at, accountId)).toEqual([expect.stringContaining('绑定微信')])
    expect(announcedIn(at)).toEqual(['wechat.bound'])
    expect((await visit(at, '周')).token?.startsWith(accountId)).toBe(true)
    const seen = await readBinding(at, accountId)
    expect(seen).toMatchObject({ maskedPhone: '138****8000', needsLastFour: false, binding: { users: [{}] } })
  })

  it('binds the same user once: a second time changes nothing and sends no letter', async () => {
    const at = visitWorld()
    const { token, accountId } = await signedInAs(at)
    await bind(at, token, '周')
    expect((await bind(at, token, '周')).end).toBe('bound')
    expect(lettersOf(at, accountId)).toHaveLength(1)
  })

  it('replaces nobody, and takes nobody away from another account', async () => {
    const at = visitWorld()
    const { token, accountId } = await signedInAs(at)
    await bind(at, token, '周')
    expect((await bind(at, token, '吴')).end).toBe('has_another')
    const other = await signedInAs(at, OTHER_PHONE)
    expect((await bind(at, other.token, '周', OTHER_PHONE)).end).toBe('bound_elsewhere')
    expect(new Set(ownersIn(at))).toEqual(new Set([accountId]))
    expect(await bindingNow(at, other.accountId)).toBeUndefined()
  })

  it('binds nothing for a browser that comes back in another session, in none, or a session that ended', async () => {
    const at = visitWorld()
    const { token } = await signedInAs(at)
    const left = await begin(at, token, await proofOf(at, token))
    const other = await signedInAs(at, OTHER_PHONE)
    expect((await comeBack(at, { ...left, token: other.token }, '周')).end).toBe('signed_out')
    const again = await begin(at, token, await proofOf(at, token))
    expect((await comeBack(at, { ...again, token: undefined }, '周')).end).toBe('signed_out')
    expect(ownersIn(at)).toEqual([])
  })

  it('spends the code that proved it, however the visit ends', async () => {
    const at = visitWorld()
    const { token } = await signedInAs(at)
    const proof = await proofOf(at, token)
    await begin(at, token, proof)
    const twice = await openBinding(at, claimOf(token), { way: 'website', mark: undefined, proof })
    expect(refusalOf(twice)).toMatchObject({ code: 'sms_code_wrong' })
  })

  it('is begun so many times an hour', async () => {
    const at = visitWorld()
    const { token } = await signedInAs(at)
    const wechat = { ...at.settings.wechat, perHour: 1 }
    const here = { ...at, settings: { ...at.settings, wechat } }
    await begin(here, token, await proofOf(at, token))
    const proof = await proofOf(at, token)
    const asked = { way: 'website', mark: undefined, proof } as const
    expect(codeOf(await openBinding(here, claimOf(token), asked))).toBe('too_often')
    at.time.now += HOUR
    expect(codeOf(await openBinding(here, claimOf(token), { ...asked, proof: await proofOf(at, token) }))).toBe('ok')
  })
})

describe('W1 unbinding while others come in', () => {
  it('is not held off by them: each costs one try, and the session of each ends', async () => {
    const at = visitWorld()
    const { token, accountId } = await known(at, '周')
    const proof = await proofOf(at, token)
    const left = [await leave(at), await leave(at), await leave(at), await leave(at)]
    let arriving = left.length
    const table: VisitWorld['table'] = {
      ...at.table,
      commit: async (writes) => {
        const next = left[arriving - 1]
        arriving -= 1
        if (next) expect((await comeBack(at, next, '周')).end).toBe('signed_in')
        return at.table.commit(writes)
      },
    }
    expect(codeOf(await unbindWechat({ ...at, table }, claimOf(token), proof))).toBe('ok')
    expect(arriving).toBeLessThan(0)
    expect(ownersIn(at)).toEqual([])
    expect(sessionsIn(at, accountId)).toHaveLength(1)
  })
})

describe('W1 the second proof', () => {
  it('is the number of the account, and no other that somebody can read codes of', async () => {
    const at = visitWorld()
    const { token } = await known(at, '周')
    const own = await unbind(at, token, OTHER_PHONE)
    expect(refusalOf(own)).toMatchObject({ code: 'phone_not_own', fields: [{ pointer: '/phone' }] })
    expect(ownersIn(at)).toHaveLength(2)
  })

  it('is a code that is right, whose tries are counted', async () => {
    const at = visitWorld()
    const { token } = await known(at, '周')
    const { smsCode, phone } = await proofOf(at, token)
    const wrong = { phone, smsCode: otherThan(smsCode) }
    const codes: string[] = []
    for (let tries = 0; tries <= at.settings.sms.tries; tries += 1)
      codes.push(codeOf(await unbindWechat(at, claimOf(token), wrong)))
    expect(codes.slice(-2)).toEqual(['sms_code_spent', 'sms_code_spent'])
    expect(codeOf(await unbindWechat(at, claimOf(token), { phone, smsCode }))).toBe('sms_code_spent')
  })

  it('is the last four of the ID number besides where the account is verified, asked for after the code', async () => {
    const at = visitWorld()
    const { token, accountId } = await known(at, '周')
    at.lastFours.set(accountId, await indexLastFour(at.vault, accountId, '110101188001011234'))
    const proof = await proofOf(at, token)
    const asked = async (idLastFour?: string) =>
      codeOf(await unbindWechat(at, claimOf(token), { ...proof, idLastFour }))
    expect(await asked()).toBe('step_up_last_four_required')
    expect(await asked('4321')).toBe('id_last_four_wrong')
    expect((await readBinding(at, accountId)).needsLastFour).toBe(true)
    expect(await asked('1234')).toBe('ok')
  })

  it('cannot be given by an account without a number, nor by whoever is not signed in', async () => {
    const at = visitWorld()
    const { token } = await known(at, '周')
    const proof = await proofOf(at, token)
    const nobody = claimOf(`${'a'.repeat(32)}.${'x'.repeat(43)}`)
    expect(codeOf(await openBinding(at, nobody, { way: 'website', mark: undefined, proof }))).toBe('own_phone_missing')
    at.time.now += at.settings.sessions.lifeMs
    expect(codeOf(await unbindWechat(at, claimOf(token), proof))).toBe('unauthenticated')
  })
})

describe('W1 unbinding WeChat', () => {
  it('lets nobody in by it any more, ends what it opened elsewhere, and is told by a letter and an event', async () => {
    const at = visitWorld()
    const { token, accountId } = await known(at, '周')
    const byWechat = (await visit(at, '周')).token ?? ''
    expect(codeOf(await unbind(at, token))).toBe('ok')
    expect(codeOf(await authenticate(at, byWechat))).toBe('unauthenticated')
    expect(codeOf(await authenticate(at, token))).toBe('ok')
    expect([ownersIn(at), await bindingNow(at, accountId)]).toEqual([[], undefined])
    expect(lettersOf(at, accountId).at(-1)).toContain('解除微信绑定')
    expect(announcedIn(at).at(-1)).toBe('wechat.unbound')
    expect((await visit(at, '周')).end).toBe('unknown')
  })

  it('ends also what those sessions let in by codes that were scanned, desktops and phones, one after the other', async () => {
    const at = scanning(visitWorld())
    const { token, accountId } = await known(at, '周')
    const byWechat = valueIn(await authenticate(at, (await visit(at, '周')).token))
    const desk = await shown(at)
    valueIn(await decide(at, desk, byWechat))
    const onDesk = valueIn(await redeem(at, desk)).token
    const further = await shown(at, valueIn(await authenticate(at, onDesk)))
    const onPhone = valueIn(await take(at, further)).token
    // Another desktop, which whoever proved the number let in.
    const other = await shown(at)
    valueIn(await decide(at, other, valueIn(await authenticate(at, token))))
    const kept = valueIn(await redeem(at, other)).token
    // One that is confirmed and not fetched yet.
    const late = await shown(at)
    valueIn(await decide(at, late, byWechat))
    expect(codeOf(await unbind(at, token))).toBe('ok')
    for (const gone of [onDesk, onPhone]) expect(codeOf(await authenticate(at, gone))).toBe('unauthenticated')
    for (const stays of [token, kept]) expect(codeOf(await authenticate(at, stays))).toBe('ok')
    expect(codeOf(await redeem(at, late))).toBe('scan_over')
    expect(sessionsIn(at, accountId).toSorted()).toEqual(['scan', 'sms_code'])
  })

  it('keeps the session that asks, also one that WeChat opened', async () => {
    const at = visitWorld()
    const { accountId } = await known(at, '周')
    const token = (await visit(at, '周')).token ?? ''
    expect(codeOf(await unbind(at, token))).toBe('ok')
    expect(sessionsIn(at, accountId).toSorted()).toEqual(['sms_code', 'wechat'])
  })

  it('ends also more sessions than a transaction holds', async () => {
    const at = visitWorld()
    const { token, accountId } = await known(at, '周')
    for (let times = 0; times < 170; times += 1) await visit(at, '周')
    expect(codeOf(await unbind(at, token))).toBe('ok')
    expect(sessionsIn(at, accountId)).toEqual(['sms_code'])
  })

  it('is said to be nothing where nothing is bound, before a try is counted', async () => {
    const at = visitWorld()
    const { token } = await signedInAs(at)
    expect(codeOf(await unbind(at, token))).toBe('wechat_not_bound')
  })

  it('frees both: another account can bind them, and the account another', async () => {
    const at = visitWorld()
    const { token } = await known(at, '周')
    await unbind(at, token)
    const other = await signedInAs(at, OTHER_PHONE)
    expect((await bind(at, other.token, '周', OTHER_PHONE)).end).toBe('bound')
    expect((await bind(at, token, '吴')).end).toBe('bound')
  })
})

describe('W1 races of binding', () => {
  it('two browsers bind one WeChat user to two accounts at once: one account has them, the other is told', async () => {
    const at = visitWorld()
    const [one, two] = [await signedInAs(at), await signedInAs(at, OTHER_PHONE)]
    const left = [
      await begin(at, one.token, await proofOf(at, one.token)),
      await begin(at, two.token, await proofOf(at, two.token, OTHER_PHONE)),
    ]
    const ends = (await Promise.all(left.map((browser) => comeBack(at, browser, '周')))).map(({ end }) => end)
    expect(ends.toSorted()).toEqual(['bound', 'bound_elsewhere'])
    expect(new Set(ownersIn(at)).size).toBe(1)
    expect(announcedIn(at)).toEqual(['wechat.bound'])
  })

  it('unbinding against signing in: afterwards nobody is in by WeChat, whoever came first', async () => {
    for (const delay of [0, 1, 2, 3, 4, 5, 6, 8, 10]) {
      const at = visitWorld()
      const { token, accountId } = await known(at, '周')
      const proof = await proofOf(at, token)
      const left = await leave(at)
      at.weixin.onAsk = async () => {
        for (let turns = 0; turns < delay; turns += 1) await new Promise(setImmediate)
      }
      const [back, unbound] = await Promise.all([comeBack(at, left, '周'), unbindWechat(at, claimOf(token), proof)])
      expect(codeOf(unbound)).toBe('ok')
      expect(['signed_in', 'unknown']).toContain(back.end)
      expect(sessionsIn(at, accountId)).toEqual(['sms_code'])
    }
  })

  it('unbinding twice at once unbinds once', async () => {
    const at = visitWorld()
    const { token, accountId } = await known(at, '周')
    const proof = await proofOf(at, token)
    const both = await Promise.all([1, 2].map(() => unbindWechat(at, claimOf(token), proof)))
    expect(both.map(codeOf).filter((code) => code === 'ok')).toHaveLength(1)
    expect(lettersOf(at, accountId)).toHaveLength(2)
  })

  it('unbinding against joining by phone: what stands afterwards is one of the two, whole', async () => {
    const at = visitWorld()
    const { token, accountId } = await known(at, '周')
    const { browser } = await visit(at, '周', 'in_wechat')
    const proof = await proofOf(at, token)
    at.time.now += at.settings.sms.spacingMs
    await Promise.all([prove(at, browser), unbindWechat(at, claimOf(token), proof)])
    const binding = await bindingNow(at, accountId)
    expect(ownersIn(at)).toHaveLength((binding?.users.length ?? 0) + (binding?.union === undefined ? 0 : 1))
  })
})
