import { appealBan } from '../../functions/account/bans/appeal-ban.ts'
import { rejectAppeal } from '../../functions/account/bans/decide-ban.ts'
import { hourOf, monthOf } from '../../functions/account/limits/window.ts'
import { createToken } from '../../functions/account/tokens/create-token.ts'
import { openAuthorization } from '../../functions/account/wechat/open-authorization.ts'
import { openSignIn } from '../../functions/account/wechat/visits/open-visit.ts'
import { sessionAt, wechatWorld } from '../account/wechat/fixture.ts'
import { visitWorld } from '../account/wechat/visits/fixture.ts'
import { NOON, valueIn } from '../kit.ts'
import { ban, enter, world } from '../world.ts'
import { type Drive, NEAR } from './drive.ts'

const authorizations: Drive = async () => {
  const at = wechatWorld()
  const { caller } = await sessionAt(at)
  const { perHour } = at.settings.wechat
  const once = () => openAuthorization(at, caller, '/verify/pay')
  const elsewhere = async () => openAuthorization(at, (await sessionAt(at, 'b'.repeat(32))).caller, '/verify/pay')
  return { most: perHour, time: at.time, once, elsewhere, endsAt: hourOf(NOON).endsAt }
}

const wechatSignIns: Drive = async () => {
  const at = visitWorld()
  const settings = { ...at.settings, wechat: { ...at.settings.wechat, signInsPerHour: NEAR } }
  const from = (sourceIp: string) =>
    openSignIn({ ...at, settings }, { way: 'website', returnPath: '/verify', mark: undefined, sourceIp })
  const once = () => from('192.0.2.1')
  return { most: NEAR, time: at.time, once, elsewhere: () => from('192.0.2.2'), endsAt: hourOf(NOON).endsAt }
}

/** Each is rejected at once, so that the next may follow. */
const appeals: Drive = async () => {
  const at = world({ appeals: { perMonth: NEAR } })
  const appealOf = async () => {
    const { accountId } = await enter(at)
    await ban(at, { accountId })
    return () => appealOnce(accountId)
  }
  const appealOnce = async (accountId: string) => {
    const outcome = await appealBan(at, accountId, at.ids.id())
    if (outcome.ok) valueIn(await rejectAppeal(at, { operatorId: 'ling' }, { accountId, reason: '证据充分' }))
    return outcome
  }
  const elsewhere = async () => (await appealOf())()
  return { most: NEAR, time: at.time, once: await appealOf(), elsewhere, endsAt: monthOf(NOON).endsAt }
}

const tokens: Drive = async () => {
  const at = world({ tokens: { perAccount: NEAR } })
  const { accountId } = await enter(at)
  const once = () => createToken(at, { accountId, name: 'cron' })
  const elsewhere = async () => createToken(at, { accountId: (await enter(at)).accountId, name: 'cron' })
  return { most: NEAR, time: at.time, once, elsewhere }
}

export const accountDrives: Readonly<Record<string, Drive>> = {
  'wechat.perHour': authorizations,
  'wechat.signInsPerHour': wechatSignIns,
  'appeals.perMonth': appeals,
  'tokens.perAccount': tokens,
}
