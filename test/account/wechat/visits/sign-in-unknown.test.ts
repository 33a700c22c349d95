import { describe, expect, it } from 'vitest'
import { authenticate } from '../../../../functions/account/sessions/authenticate.ts'
import { openidIn } from '../../../../functions/account/wechat/openid-store.ts'
import { signInUnknown } from '../../../../functions/account/wechat/visits/sign-in-unknown.ts'
import { MINUTE } from '../../../../shared/kernel/time.ts'
import { codeOf, OTHER_PHONE, PHONE, refusalOf, valueIn } from '../../../kit.ts'
import { claimOf, otherThan, signedInAs } from '../../fixture.ts'
import {
  APPS,
  announcedIn,
  bindingNow,
  codeSentTo,
  known,
  lettersOf,
  ownersIn,
  prove,
  visit,
  visitWorld,
} from './fixture.ts'

describe('W1 an unknown WeChat user who proves a phone, happy', () => {
  it('joins the account of that number, is known from then on, and is told so by a letter and an event', async () => {
    const at = visitWorld()
    const { accountId } = await signedInAs(at)
    at.time.now += at.settings.sms.spacingMs
    const { browser } = await visit(at, '周')
    const joined = valueIn(await prove(at, browser))
    expect(joined).toMatchObject({ account: { id: accountId }, wechat: 'bound' })
    expect(valueIn(await authenticate(at, joined.token))).toMatchObject({ accountId, by: 'sms_code' })
    expect(lettersOf(at, accountId)).toEqual([expect.stringContaining('绑定微信')])
    expect(announcedIn(at)).toEqual(['wechat.bound'])
    expect((await visit(at, '周')).token?.startsWith(accountId)).toBe(true)
  })

  it('gets a new account where the number has none', async () => {
    const at = visitWorld()
    const { browser } = await visit(at, '周')
    const { account, wechat } = valueIn(await prove(at, browser))
    expect(wechat).toBe('bound')
    expect(await bindingNow(at, account.id)).toMatchObject({ users: [{ appId: APPS.website }], boundAt: at.time.now })
    expect(ownersIn(at)).toEqual([account.id, account.id])
  })

  it('may be known to the account by the website, and inside WeChat besides', async () => {
    const at = visitWorld()
    const { accountId } = await known(at, '周')
    const { browser } = await visit(at, '周', 'in_wechat')
    const { account, token, wechat } = valueIn(await prove(at, browser))
    expect([account.id, wechat]).toEqual([accountId, 'bound'])
    expect(openidIn(await at.memory.get(claimOf(token).session))?.openid).toBe('in_wechat-周')
    expect((await bindingNow(at, accountId))?.users).toHaveLength(2)
  })
})

describe('W1 an unknown WeChat user who proves a phone, refused', () => {
  it('is signed in and not bound where the account lets in another, who stays', async () => {
    const at = visitWorld()
    const { accountId } = await known(at, '周')
    const { browser } = await visit(at, '吴')
    const { account, token, wechat } = valueIn(await prove(at, browser))
    expect([account.id, wechat]).toEqual([accountId, 'has_another'])
    expect(codeOf(await authenticate(at, token))).toBe('ok')
    expect((await visit(at, '吴')).end).toBe('unknown')
    expect((await visit(at, '周')).end).toBe('signed_in')
    expect(lettersOf(at, accountId)).toHaveLength(1)
  })

  it('has ten minutes, and is told before a try is counted', async () => {
    const at = visitWorld()
    const { browser } = await visit(at, '周')
    at.time.now += 10 * MINUTE
    const before = at.memory.calls()
    expect(codeOf(await prove(at, browser))).toBe('wechat_join_over')
    expect(codeOf(await prove(at, { mark: 'm'.repeat(43) }, OTHER_PHONE))).toBe('wechat_join_over')
    expect(
      codeOf(await signInUnknown(at, undefined, { phone: PHONE, smsCodeId: '', code: '', startsOver: false })),
    ).toBe('wechat_join_over')
    expect(at.memory.calls() - before).toBeGreaterThan(0)
    expect(at.memory.items().some(({ codeTries }) => Number(codeTries) > 0)).toBe(false)
  })

  it('is bound to nothing by a code that is wrong, nor twice by one that is right', async () => {
    const at = visitWorld()
    const { browser } = await visit(at, '周')
    const typed = await codeSentTo(at)
    const wrong = await signInUnknown(at, browser.mark, { ...typed, code: otherThan(typed.code) })
    expect(refusalOf(wrong)).toMatchObject({ code: 'sms_code_wrong' })
    expect(ownersIn(at)).toEqual([])
    const both = await Promise.all([1, 2].map(() => signInUnknown(at, browser.mark, typed)))
    expect(both.map(codeOf).toSorted()).toEqual(['ok', 'sms_code_wrong'])
    expect(codeOf(await prove(at, browser, OTHER_PHONE))).toBe('wechat_join_over')
  })

  it('asks for the last four where the number was idle, as any sign-in does', async () => {
    const at = visitWorld()
    const { accountId } = await signedInAs(at)
    at.lastFours.set(accountId, 'x')
    at.time.now += at.settings.numbers.idleMs
    const { browser } = await visit(at, '周')
    expect(codeOf(await prove(at, browser))).toBe('id_last_four_required')
    expect(ownersIn(at)).toEqual([])
  })
})

describe('W1 races of unknown WeChat users', () => {
  it('two browsers with one WeChat user and two phones at once: one account has them, both are signed in', async () => {
    const at = visitWorld()
    const [one, two] = [await visit(at, '周'), await visit(at, '周')]
    const both = await Promise.all([prove(at, one.browser), prove(at, two.browser, OTHER_PHONE)])
    expect(both.map((of) => valueIn(of).wechat).toSorted()).toEqual(['bound', 'bound_elsewhere'])
    const owner = both.map(valueIn).find(({ wechat }) => wechat === 'bound')?.account.id
    expect(ownersIn(at)).toEqual([owner, owner])
    expect((await visit(at, '周')).token?.startsWith(String(owner))).toBe(true)
    expect(announcedIn(at)).toEqual(['wechat.bound'])
  })

  it('two WeChat users and one phone at once: one is bound, both are signed in to the one account', async () => {
    const at = visitWorld()
    const settings = { ...at.settings, sms: { ...at.settings.sms, spacingMs: 0 } }
    const here = { ...at, settings }
    const [one, two] = [await visit(here, '周'), await visit(here, '吴')]
    const typed = [await codeSentTo(here), await codeSentTo(here)] as const
    const joining = [signInUnknown(here, one.browser.mark, typed[0]), signInUnknown(here, two.browser.mark, typed[1])]
    const both = (await Promise.all(joining)).map(valueIn)
    expect(new Set(both.map(({ account }) => account.id)).size).toBe(1)
    expect(both.map(({ wechat }) => wechat).toSorted()).toEqual(['bound', 'has_another'])
  })

  it('a phone proven twice in one browser at once binds once, and opens two sessions at most', async () => {
    const at = visitWorld()
    const { browser } = await visit(at, '周')
    const both = (await Promise.all([prove(at, browser), prove(at, browser, OTHER_PHONE)])).map(valueIn)
    expect(both.map(({ wechat }) => wechat).filter((one) => one === 'bound')).toHaveLength(1)
    expect(new Set(ownersIn(at)).size).toBe(1)
  })
})
