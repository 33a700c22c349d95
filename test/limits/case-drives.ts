import { dayOf } from '../../functions/account/limits/window.ts'
import { findHits } from '../../functions/cases/searching/find-hits.ts'
import { NOON } from '../kit.ts'
import { person, world } from '../world.ts'
import { type Drive, NEAR } from './drive.ts'

const searches: Drive = async () => {
  const at = world({ cases: { numberSearchesPerDay: NEAR } })
  const by = (operatorId: string) => findHits(at, { operatorId }, person('match').phone)
  return { most: NEAR, time: at.time, once: () => by('wang'), elsewhere: () => by('ling'), endsAt: dayOf(NOON).endsAt }
}

export const caseDrives: Readonly<Record<string, Drive>> = {
  'cases.numberSearchesPerDay': searches,
}
