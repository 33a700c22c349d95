import { askSmsReport } from '../../functions/account/codes/ask-sms-report.ts'
import { hourOf, monthOf } from '../../functions/account/limits/window.ts'
import { indexLastFour } from '../../functions/account/numbers/index-last-four.ts'
import { type Settings, settingsOf } from '../../functions/settings.ts'
import { DAY, MINUTE, nextBeijingDay } from '../../shared/kernel/time.ts'
import { askCode, lastCode, otherThan, signedInAs, typeCode, type World, world } from '../account/fixture.ts'
import { FAR_LIMITS } from '../far-limits.ts'
import { NOON, OTHER_PHONE, PHONE, valueIn } from '../kit.ts'
import { type Drive, type Driven, FAR, NEAR } from './drive.ts'

const defaults = settingsOf('sandbox', undefined)
const noEffort = { numberFrom: FAR, addressFrom: FAR, deploymentFrom: FAR }
const TODAY = nextBeijingDay(NOON)
const THIS_HOUR = hourOf(NOON).endsAt

type Near = { sms?: Partial<Settings['sms']>; proof?: Partial<Settings['proof']> }

/** Only what is named is near. */
const near = ({ sms, proof }: Near = {}): World =>
  world({ sms: { ...defaults.sms, ...FAR_LIMITS.sms, ...sms }, proof: { ...defaults.proof, ...noEffort, ...proof } })

/** A number nobody has asked for yet. */
const freshNumber = (at: World): string => `186${String(at.texts.length).padStart(8, '0')}`

/** Whom a limit of one number, or of one address, does not hold. */
const OTHER_NUMBER = { phone: OTHER_PHONE }
const OTHER_ADDRESS = { phone: PHONE, sourceIp: '192.0.2.2' }

const toOneNumber =
  (of: Near, driven: Pick<Driven, 'most' | 'endsAt'>, elsewhere = OTHER_NUMBER): Drive =>
  async () => {
    const at = near(of)
    return { ...driven, time: at.time, once: () => askCode(at), elsewhere: () => askCode(at, elsewhere) }
  }

const toAnyNumber =
  (of: Near, driven: Pick<Driven, 'most' | 'endsAt'>): Drive =>
  async () => {
    const at = near(of)
    return { ...driven, time: at.time, once: () => askCode(at, { phone: freshNumber(at) }) }
  }

const inSession =
  (of: Near, driven: Pick<Driven, 'most' | 'endsAt'>, phone?: string): Drive =>
  async () => {
    const at = near(of)
    const { token } = await signedInAs(at)
    const to = () => phone ?? freshNumber(at)
    const elsewhere = async () => askCode(at, { phone: to(), token: (await signedInAs(at, OTHER_PHONE)).token })
    return { ...driven, time: at.time, once: () => askCode(at, { phone: to(), token }), elsewhere }
  }

/** Each time another account, which did not sign in with the number. */
const byStrangers: Drive = async () => {
  const at = near({ sms: { perDayForeign: NEAR } })
  const once = async () => {
    const { token } = await signedInAs(at, freshNumber(at))
    return askCode(at, { token })
  }
  // Of whoever holds the number, as it was proven with it.
  const elsewhere = async () => askCode(at, { token: (await signedInAs(at)).token })
  return { most: NEAR, time: at.time, once, elsewhere, endsAt: TODAY }
}

const reports: Drive = async () => {
  const at = near({ sms: { reports: NEAR } })
  valueIn(await askCode(at))
  const smsCodeId = at.codeIds.get(PHONE) ?? ''
  const once = () => askSmsReport(at, { phone: PHONE, caller: undefined, smsCodeId })
  return { most: NEAR, time: at.time, once, endsAt: NOON + at.settings.sms.codeLifeMs + 1 }
}

const tries: Drive = async () => {
  const at = near({ sms: { tries: NEAR } })
  valueIn(await askCode(at))
  return { most: NEAR, time: at.time, once: () => typeCode(at, { code: otherThan(lastCode(at)) }) }
}

const lastFour: Drive = async () => {
  const at = near()
  const { accountId } = await signedInAs(at)
  at.lastFours.set(accountId, await indexLastFour(at.vault, accountId, '11010118850615203X'))
  at.time.now += at.settings.numbers.idleMs + DAY
  const once = async () => {
    valueIn(await askCode(at))
    return typeCode(at, { idLastFour: '0001' })
  }
  return { most: at.settings.numbers.lastFourTries, time: at.time, once, endsAt: monthOf(at.time.now).endsAt }
}

export const codeDrives: Readonly<Record<string, Drive>> = {
  'sms.spacing': toOneNumber({ sms: { spacingMs: MINUTE } }, { most: 1, endsAt: NOON + MINUTE }),
  'sms.perHour': toOneNumber({ sms: { perHour: NEAR } }, { most: NEAR, endsAt: THIS_HOUR }),
  'sms.perDay': toOneNumber({ sms: { perDay: NEAR } }, { most: NEAR, endsAt: TODAY }),
  'sms.perDayFromAddress': toOneNumber(
    { sms: { perDayFromAddress: NEAR } },
    { most: NEAR, endsAt: TODAY },
    OTHER_ADDRESS,
  ),
  'sms.effort.number': toOneNumber({ proof: { numberFrom: NEAR } }, { most: NEAR }),
  'sms.effort.address': toAnyNumber({ proof: { addressFrom: NEAR } }, { most: NEAR }),
  'sms.codesPerDay': toAnyNumber({ sms: { codesPerDay: NEAR } }, { most: NEAR, endsAt: TODAY }),
  'sms.session.spacing': inSession({ sms: { spacingMs: MINUTE } }, { most: 1, endsAt: NOON + MINUTE }, '18600000009'),
  'sms.session.perHour': inSession({ sms: { perHour: NEAR } }, { most: NEAR, endsAt: THIS_HOUR }),
  'sms.session.perDay': inSession({ sms: { perDay: NEAR } }, { most: NEAR, endsAt: TODAY }),
  'sms.perDayForeign': byStrangers,
  'sms.reports': reports,
  'sms.tries': tries,
  'numbers.lastFourTries': lastFour,
}
