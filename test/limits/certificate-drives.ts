import { dayOf, hourOf } from '../../functions/account/limits/window.ts'
import { certificateAt, certified } from '../certificates/certifying.ts'
import { deskWorld, reports } from '../certificates/desk/desk.ts'
import { certificateWorld, NOBODYS } from '../certificates/showing/world.ts'
import { NOON } from '../kit.ts'
import { type Drive, FAR, NEAR } from './drive.ts'

const OTHER = { sourceIp: '198.51.100.9' }

const fromAddress: Drive = async () => {
  const at = deskWorld({ certificates: { reportsPerDay: NEAR, reportsOfOnePerDay: FAR } })
  const { id } = certificateAt(at, await certified(at))
  const once = () => reports(at, id)
  return { most: NEAR, time: at.time, once, elsewhere: () => reports(at, id, OTHER), endsAt: dayOf(NOON).endsAt }
}

const ofOne: Drive = async () => {
  const at = deskWorld({ certificates: { reportsPerDay: FAR, reportsOfOnePerDay: NEAR } })
  const { id } = certificateAt(at, await certified(at))
  const { id: other } = certificateAt(at, await certified(at, '夜航船', 1))
  const once = () => reports(at, id)
  return { most: NEAR, time: at.time, once, elsewhere: () => reports(at, other), endsAt: dayOf(NOON).endsAt }
}

const misses: Drive = async () => {
  const { at, asks } = await certificateWorld({}, { certificates: { missesPerHour: NEAR } })
  const from = (sourceIp: string) => () => asks(NOBODYS, sourceIp)
  return {
    ...{ most: NEAR, time: at.time, endsAt: hourOf(NOON).endsAt },
    ...{ once: from('192.0.2.1'), elsewhere: from('192.0.2.2') },
  }
}

export const certificateDrives: Readonly<Record<string, Drive>> = {
  'certificates.missesPerHour': misses,
  'certificates.reportsPerDay': fromAddress,
  'certificates.reportsOfOnePerDay': ofOne,
}
