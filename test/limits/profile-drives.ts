import { monthOf } from '../../functions/account/limits/window.ts'
import { addressWorld, handedAddress, takenBack, verified } from '../profile/fixture.ts'
import type { User } from '../world.ts'
import { type Drive, FAR, NEAR } from './drive.ts'

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

export const profileDrives: Readonly<Record<string, Drive>> = { 'profile.addressesPerMonth': addresses }
