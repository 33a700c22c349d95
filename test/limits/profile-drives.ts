import { hourOf, monthOf } from '../../functions/account/limits/window.ts'
import type { Settings } from '../../functions/settings.ts'
import { MINUTE, nextBeijingDay } from '../../shared/kernel/time.ts'
import { otherThan, signedInAs } from '../account/fixture.ts'
import { NOON, OTHER_PHONE, valueIn } from '../kit.ts'
import { askedFor, codeFor, EMAIL, mailWorld, OTHER_EMAIL, typed } from '../profile/email/fixture.ts'
import { addressWorld, handedAddress, takenBack, verified } from '../profile/fixture.ts'
import type { User } from '../world.ts'
import { type Drive, type Driven, FAR, NEAR } from './drive.ts'

/** Each is taken back before the next. */
const addresses: Drive = async () => {
  const at = addressWorld({ profile: { addressesPerMonth: NEAR }, materials: { perDay: FAR } })
  const [one, other] = [await verified(at), await verified(at, 1)]
  const hand = async (user: User) => {
    const answer = await handedAddress(at, user)
    if (answer.ok) await takenBack(at, answer.value)
    return answer
  }
  const endsAt = monthOf(at.time.now).endsAt
  return { most: NEAR, time: at.time, once: () => hand(one), elsewhere: () => hand(other), endsAt }
}

const FAR_MAIL = {
  spacingMs: 0,
  perHour: FAR,
  perDay: FAR,
  perDayToAddress: FAR,
  perDayFromAccount: FAR,
  perHourFromNetwork: FAR,
  codesPerDay: FAR,
}
const TODAY = nextBeijingDay(NOON)
const THIS_HOUR = hourOf(NOON).endsAt

/** Whom it holds no more: another address, another account, or somebody elsewhere. */
type Elsewhere = { email?: string; isOther?: true; sourceIp?: string }

/** Only what is named is near. */
const mails =
  (near: Partial<Settings['mail']>, driven: Pick<Driven, 'most' | 'endsAt'>, elsewhere?: Elsewhere): Drive =>
  async () => {
    const at = mailWorld({ ...FAR_MAIL, ...near })
    const [one, other] = [await signedInAs(at), await signedInAs(at, OTHER_PHONE)]
    const { email = EMAIL, isOther = false, sourceIp } = elsewhere ?? {}
    return {
      ...driven,
      time: at.time,
      once: () => askedFor(at, one),
      ...(elsewhere && { elsewhere: () => askedFor(at, isOther ? other : one, email, sourceIp) }),
    }
  }

const emailTries: Drive = async () => {
  const at = mailWorld({ ...FAR_MAIL, tries: NEAR })
  const user = await signedInAs(at)
  valueIn(await askedFor(at, user))
  return { most: NEAR, time: at.time, once: () => typed(at, user, { code: otherThan(codeFor(at)) }) }
}

export const profileDrives: Readonly<Record<string, Drive>> = {
  'profile.addressesPerMonth': addresses,
  'mail.spacing': mails({ spacingMs: MINUTE }, { most: 1, endsAt: NOON + MINUTE }, { email: OTHER_EMAIL }),
  'mail.perHour': mails({ perHour: NEAR }, { most: NEAR, endsAt: THIS_HOUR }, { isOther: true }),
  'mail.perDay': mails({ perDay: NEAR }, { most: NEAR, endsAt: TODAY }, { isOther: true }),
  'mail.perDayToAddress': mails({ perDayToAddress: NEAR }, { most: NEAR, endsAt: TODAY }, { email: OTHER_EMAIL }),
  'mail.perDayFromAccount': mails({ perDayFromAccount: NEAR }, { most: NEAR, endsAt: TODAY }, { isOther: true }),
  'mail.perHourFromNetwork': mails(
    { perHourFromNetwork: NEAR },
    { most: NEAR, endsAt: THIS_HOUR },
    { sourceIp: '192.0.2.2' },
  ),
  'mail.codesPerDay': mails({ codesPerDay: NEAR }, { most: NEAR, endsAt: TODAY }),
  'mail.tries': emailTries,
}
