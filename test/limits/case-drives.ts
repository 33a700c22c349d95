import { dayOf } from '../../functions/account/limits/window.ts'
import { openField } from '../../functions/cases/revealing/open-field.ts'
import { findHits } from '../../functions/cases/searching/find-hits.ts'
import { NOON } from '../kit.ts'
import { begun, person, world } from '../world.ts'
import { type Drive, NEAR } from './drive.ts'

const searches: Drive = async () => {
  const at = world({ cases: { numberSearchesPerDay: NEAR } })
  const by = (operatorId: string) => findHits(at, { operatorId, seesPeople: true }, person('match').phone)
  return { most: NEAR, time: at.time, once: () => by('wang'), elsewhere: () => by('ling'), endsAt: dayOf(NOON).endsAt }
}

const misses: Drive = async () => {
  const at = world({ cases: { numberMissesPerDay: NEAR } })
  const by = (operatorId: string) => findHits(at, { operatorId, seesPeople: true }, person('match').phone)
  return { most: NEAR, time: at.time, once: () => by('wang'), elsewhere: () => by('ling'), endsAt: dayOf(NOON).endsAt }
}

const reveals: Drive = async () => {
  const at = world({ cases: { revealsPerDay: NEAR } })
  const { accountId } = (await begun(at)).user
  const by = (operatorId: string) => openField(at, { operatorId }, { accountId, field: 'name', reason: 'complaint' })
  return { most: NEAR, time: at.time, once: () => by('wang'), elsewhere: () => by('ling'), endsAt: dayOf(NOON).endsAt }
}

export const caseDrives: Readonly<Record<string, Drive>> = {
  'cases.numberSearchesPerDay': searches,
  'cases.numberMissesPerDay': misses,
  'cases.revealsPerDay': reveals,
}
