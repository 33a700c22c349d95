import { appealBan } from '../../functions/account/bans/appeal-ban.ts'
import { rejectAppeal } from '../../functions/account/bans/decide-ban.ts'
import { hourOf, monthOf } from '../../functions/account/limits/window.ts'
import { openScan } from '../../functions/account/scan/open-scan.ts'
import type { SignedIn } from '../../functions/account/sessions/session-store.ts'
import { createToken } from '../../functions/account/tokens/create-token.ts'
import { openAuthorization } from '../../functions/account/wechat/open-authorization.ts'
import { openSignIn } from '../../functions/account/wechat/visits/open-visit.ts'
import { desktopAt, goingOn, phone, scanWorld } from '../account/scan/fixture.ts'
import { sessionAt, wechatWorld } from '../account/wechat/fixture.ts'
import { visitWorld } from '../account/wechat/visits/fixture.ts'
import { NOON, OTHER_PHONE, valueIn } from '../kit.ts'
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

const scans: Drive = async () => {
  const at = scanWorld({ perHourFromAddress: NEAR })
  const once = () => openScan(at, desktopAt())
  return {
    most: NEAR,
    time: at.time,
    once,
    elsewhere: () => openScan(at, desktopAt('192.0.2.2')),
    endsAt: hourOf(NOON).endsAt,
  }
}

const scansToContinue: Drive = async () => {
  const at = scanWorld({ perHour: NEAR })
  const [one, other] = [await phone(at), await phone(at, OTHER_PHONE)]
  const open = (caller: SignedIn) => openScan(at, { ...desktopAt(), ...goingOn(caller) })
  return { most: NEAR, time: at.time, once: () => open(one), elsewhere: () => open(other), endsAt: hourOf(NOON).endsAt }
}

export const accountDrives: Readonly<Record<string, Drive>> = {
  'scans.perHourFromAddress': scans,
  'scans.perHour': scansToContinue,
  'wechat.perHour': authorizations,
  'wechat.signInsPerHour': wechatSignIns,
  'appeals.perMonth': appeals,
  'tokens.perAccount': tokens,
}
