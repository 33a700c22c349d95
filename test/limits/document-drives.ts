import { dayOf } from '../../functions/account/limits/window.ts'
import { readDocument } from '../../functions/documents/reading/read-document.ts'
import { cardOf, checked, checkingWorld, handedIn, verified } from '../documents/checking/fixture.ts'
import { documentWorld } from '../documents/fixture.ts'
import { NOON } from '../kit.ts'
import { stored } from '../material/world.ts'
import { enter } from '../world.ts'
import { type Drive, FAR, NEAR } from './drive.ts'

const readings: Drive = async () => {
  const at = documentWorld({ documents: { readingsPerDay: NEAR } })
  const consent = { notice: (await at.notice()).version }
  const read = async () => {
    const user = await enter(at)
    const { id, accountId } = await stored(at, { user })
    return () => readDocument(at, accountId, { material: id, side: 'front', consent, language: 'zh' })
  }
  const [once, elsewhere] = [await read(), await read()]
  return { most: NEAR, time: at.time, once, elsewhere, endsAt: dayOf(NOON).endsAt }
}

/** A card that is valid for longer each time. */
const checks: Drive = async () => {
  const at = checkingWorld({ platformChecks: { perDay: NEAR }, documents: { readingsPerDay: FAR } })
  const holders = [await verified(at, 0), await verified(at, 1)] as const
  let years = 0
  const hand = async ({ user, who }: (typeof holders)[number]) => {
    years += 1
    at.sees.of = cardOf(who, `20${years + 30}0301`)
    const outcome = await handedIn(at, { user })
    if (outcome.ok) await checked(at, outcome.value)
    return outcome
  }
  const [one, other] = holders
  return { most: NEAR, time: at.time, once: () => hand(one), elsewhere: () => hand(other), endsAt: dayOf(NOON).endsAt }
}

export const documentDrives: Readonly<Record<string, Drive>> = {
  'documents.readingsPerDay': readings,
  'documents.checksPerDay': checks,
}
