import { dayOf } from '../../functions/account/limits/window.ts'
import { openHelp } from '../../functions/review/help/open-help.ts'
import { NOON } from '../kit.ts'
import { reviewWorld } from '../review/fixture.ts'
import { type Drive, NEAR } from './drive.ts'

/** Each about something else, so that none is in the way of the next. */
const helps: Drive = async () => {
  const at = reviewWorld({ review: { helpPerDay: NEAR } })
  const ask = (accountId: string) => openHelp(at, accountId, { subject: at.ids.id(), text: '打不开', language: 'zh' })
  const once = () => ask('a'.repeat(32))
  const elsewhere = () => ask('b'.repeat(32))
  return { most: NEAR, time: at.time, once, elsewhere, endsAt: dayOf(NOON).endsAt }
}

export const reviewDrives: Readonly<Record<string, Drive>> = { 'review.helpPerDay': helps }
